package khos.translation;

import java.util.List;

/**
 * Refuses input for a reason that its author can mend; nothing was written.
 *
 * <p>The reason is a message key with arguments, told in the reader's language at the edge:
 * {@code refused.blocks-differ} with {@code 3, "一", "heading 2", "ᠨᠢᠭᠡ", "paragraph"}.
 */
public class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<Object> arguments;

    public Refused(String key, Object... arguments) {
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
