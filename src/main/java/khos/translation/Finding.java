package khos.translation;

/**
 * What is looked for in a document.
 *
 * @param text the words, or a pattern of RE2
 * @param pattern whether it is a pattern
 * @param folded whether case and width count: {@code ａbc} finds {@code ABC}
 * @param lookAlike whether Mongolian words are found by their look, with or without suffixes: {@code ᠬᠤᠳᠠ} finds {@code ᠬᠣᠲᠠ};
 *     not together with a pattern
 * @param inSource whether sources are searched; else the targets, as {@link Segment#working} has them
 */
public record Finding(String text, boolean pattern, boolean folded, boolean lookAlike, boolean inSource) {
    private static final int LONGEST = 1_000;

    /** @throws Refused {@code refused.nothing-to-find} when the text is empty or longer than 1,000 characters */
    public Finding {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new Refused("refused.nothing-to-find", LONGEST);
        }
    }

    /** The words as they are, in the targets. */
    public static Finding of(String text) {
        return new Finding(text, false, false, false, false);
    }
}
