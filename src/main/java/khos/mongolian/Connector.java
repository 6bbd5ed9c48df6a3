package khos.mongolian;

/** The invisible sign that parts a suffix from its word. Both show the same; a project keeps to one. */
public enum Connector {
    /** U+180E, as GB/T 25914-2023 and the text of Unicode 16 have it. */
    VOWEL_SEPARATOR(Letters.VOWEL_SEPARATOR),
    /** U+202F, as before them and as most keyboards still type it. */
    NARROW_NO_BREAK_SPACE(Letters.NARROW_NO_BREAK_SPACE);

    private final char sign;

    Connector(int sign) {
        this.sign = (char) sign;
    }

    public char sign() {
        return sign;
    }
}
