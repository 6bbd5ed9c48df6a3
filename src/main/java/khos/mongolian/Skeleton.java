package khos.mongolian;

/**
 * The key by which words that are written alike are found alike, whatever invisible characters are in them.
 *
 * <p>{@code ᠨᠠᠷ᠎ᠠ} with a vowel separator and {@code ᠨᠠᠷ ᠠ} with a narrow no-break space have one key, and so has a word with and
 * without variation selectors.
 */
public final class Skeleton {
    /** How much is taken to be alike. */
    public enum Level {
        /** The letters as they are; selectors, joiners and the kind of gap do not count. */
        K0
    }

    private static final char GAP = '|';

    private Skeleton() {}

    /**
     * The key of a word or a text at a level; two texts look alike at that level when their keys are equal.
     *
     * <p>At K0, letters with every gap as {@code |}: {@code U+1828 U+1820 U+1837 U+180E U+1820} gives
     * {@code U+1828 U+1820 U+1837 | U+1820}. What is not Mongolian stays as it is.
     */
    public static String of(CharSequence text, Level level) {
        return switch (level) {
            case K0 -> letters(text);
        };
    }

    private static String letters(CharSequence text) {
        var key = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Letters.isGap(c)) {
                if (!key.isEmpty() && key.charAt(key.length() - 1) != GAP) {
                    key.append(GAP);
                }
            } else if (!Letters.isInvisible(c) && c != Letters.NIRUGU) {
                key.append(c);
            }
        }
        while (!key.isEmpty() && key.charAt(key.length() - 1) == GAP) {
            key.setLength(key.length() - 1);
        }
        return key.toString();
    }
}
