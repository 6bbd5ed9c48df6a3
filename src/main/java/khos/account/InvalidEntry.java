package khos.account;

import java.util.List;

/** Refuses what was entered for an account or a project; the reason is a message key with arguments. */
public class InvalidEntry extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<Object> arguments;

    InvalidEntry(String key, Object... arguments) {
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
