package khos.mongolian;

import java.util.Arrays;
import java.util.Optional;

/** The invisible sign that parts a suffix from its word. Both show the same; a project keeps to one. */
public enum Connector {
    /** U+180E, as GB/T 25914-2023 and the text of Unicode 16 have it. */
    VOWEL_SEPARATOR("mvs", Letters.VOWEL_SEPARATOR),
    /** U+202F, as before them and as most keyboards still type it. */
    NARROW_NO_BREAK_SPACE("nnbsp", Letters.NARROW_NO_BREAK_SPACE);

    private final String code;
    private final char sign;

    Connector(String code, int sign) {
        this.code = code;
        this.sign = (char) sign;
    }

    /** Its name in settings and commands: {@code mvs}, {@code nnbsp}. */
    public String code() {
        return code;
    }

    public char sign() {
        return sign;
    }

    /** The one of that name, {@code mvs} or {@code nnbsp}; nothing for any other. */
    public static Optional<Connector> find(String code) {
        return Arrays.stream(values())
                .filter(connector -> connector.code.equals(code))
                .findFirst();
    }

    /**
     * The connector of the setting {@code khos.connector}.
     *
     * @throws IllegalArgumentException when it names none
     */
    public static Connector of(String setting) {
        return find(setting)
                .orElseThrow(() ->
                        new IllegalArgumentException("khos.connector is '" + setting + "', neither mvs nor nnbsp"));
    }
}
