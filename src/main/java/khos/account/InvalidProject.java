package khos.account;

import java.util.List;

/** Refuses the name of a project; the reason is a message key with arguments. */
public class InvalidProject extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<Object> arguments;

    InvalidProject(String key, Object... arguments) {
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
