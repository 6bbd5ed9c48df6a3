package khos.mongolian;

/**
 * Code points of the Mongolian script (Unicode 17, chapter 13.5, and the block chart U+1800) and of the invisible
 * characters that are typed with it.
 */
public final class Letters {
    public static final int NIRUGU = 0x180A;
    public static final int FVS1 = 0x180B;
    public static final int FVS2 = 0x180C;
    public static final int FVS3 = 0x180D;
    public static final int VOWEL_SEPARATOR = 0x180E;
    public static final int FVS4 = 0x180F;
    public static final int A = 0x1820;
    public static final int E = 0x1821;
    public static final int NARROW_NO_BREAK_SPACE = 0x202F;

    private static final int FIRST_LETTER = 0x1820;
    private static final int LAST_LETTER = 0x1878;
    private static final int ZERO = 0x1810;
    private static final int NINE = 0x1819;
    static final int ZWNJ = 0x200C;
    static final int ZWJ = 0x200D;
    private static final int SOFT_HYPHEN = 0x00AD;
    private static final int WORD_JOINER = 0x2060;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private Letters() {}

    /** Whether {@code c} is a letter, of Hudum, Todo, Sibe or Manchu. */
    public static boolean isLetter(int c) {
        return c >= FIRST_LETTER && c <= LAST_LETTER;
    }

    /** Whether {@code c} is one of the digits ᠐–᠙. */
    public static boolean isDigit(int c) {
        return c >= ZERO && c <= NINE;
    }

    /** Whether {@code c} parts a suffix from its word: the vowel separator or the narrow no-break space. */
    public static boolean isGap(int c) {
        return c == VOWEL_SEPARATOR || c == NARROW_NO_BREAK_SPACE;
    }

    /** Whether {@code c} chooses the shape of the letter before it: a free variation selector. */
    public static boolean isSelector(int c) {
        return (c >= FVS1 && c <= FVS3) || c == FVS4;
    }

    /** Whether {@code c} chooses a shape or joins and is not seen itself. */
    public static boolean isInvisible(int c) {
        return isSelector(c) || c == ZWNJ || c == ZWJ || c == SOFT_HYPHEN || c == WORD_JOINER || c == BYTE_ORDER_MARK;
    }

    /** Whether {@code c} can stand inside a word: a letter, what shapes or joins it, a gap before a suffix. */
    public static boolean isWordPart(int c) {
        return isLetter(c) || isInvisible(c) || isGap(c) || c == NIRUGU;
    }
}
