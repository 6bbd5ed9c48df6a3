package khos.account;

import java.util.List;

/** Refuses a name, password or change of an account; the reason is a message key with arguments. */
public class InvalidAccount extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<Object> arguments;

    InvalidAccount(String key, Object... arguments) {
        super(key + " " + List.of(arguments));
        this.key = key;
        this.arguments = List.of(arguments);
    }

    /** A key of {@code i18n/messages_*.properties}. */
    public String key() {
        return key;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
