package khos.mongolian;

/** The 35 letters of Hudum, U+1820 to U+1842 in their order, named as in UTN #57. */
enum Letter {
    A(Gender.MASCULINE),
    E(Gender.FEMININE),
    I(Gender.NEUTRAL),
    O(Gender.MASCULINE),
    U(Gender.MASCULINE),
    OE(Gender.FEMININE),
    UE(Gender.FEMININE),
    EE(Gender.FEMININE),
    N,
    NG,
    B,
    P,
    H,
    G,
    M,
    L,
    S,
    SH,
    T,
    D,
    CH,
    J,
    Y,
    R,
    W,
    F,
    K2,
    K,
    C,
    Z,
    HH,
    RH,
    LH,
    ZR,
    CR;

    /** Of a vowel, as vowel harmony takes it; {@link #NONE} for consonants. */
    enum Gender {
        NONE,
        NEUTRAL,
        MASCULINE,
        FEMININE
    }

    private static final Letter[] ALL = values();

    private final Gender gender;

    Letter() {
        this(Gender.NONE);
    }

    Letter(Gender gender) {
        this.gender = gender;
    }

    /** Whether {@code c} is the code point of one of them. */
    static boolean is(int c) {
        return c >= Letters.A && c < Letters.A + ALL.length;
    }

    static Letter of(int c) {
        return ALL[c - Letters.A];
    }

    int codePoint() {
        return Letters.A + ordinal();
    }

    boolean isMasculine() {
        return gender == Gender.MASCULINE;
    }

    boolean isFeminine() {
        return gender == Gender.FEMININE;
    }

    boolean isVowel() {
        return gender != Gender.NONE;
    }

    boolean isRounded() {
        return this == O || this == U || this == OE || this == UE;
    }

    /** The front rounded vowels, ö and ü. */
    boolean isFrontRounded() {
        return this == OE || this == UE;
    }

    boolean isVelar() {
        return this == H || this == G;
    }

    /** Whether its bow takes a final vowel that is written into it. */
    boolean isBowed() {
        return this == B || this == P || this == F || this == K || this == K2;
    }
}
