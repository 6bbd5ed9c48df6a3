package khos.mongolian;

/**
 * Counts words by the official rule MGC/01-11 (2016): a run of Mongolian letters with what shapes and joins them is a word,
 * and suffixes belong to the word before them. {@code ᠮᠣᠩᠭᠣᠯ} with the connector and {@code ᠤᠨ} is one word.
 */
public final class WordCount {
    private WordCount() {}

    /** The number of Mongolian words in {@code text}, Unicode or Menksoft; others do not count. */
    public static int of(CharSequence text) {
        int count = 0;
        boolean word = false;
        for (int i = 0; i < text.length(); ) {
            int end = i;
            boolean letters = false;
            while (end < text.length() && isPart(text.charAt(end))) {
                letters |= Letters.isLetter(text.charAt(end)) || Menksoft.isLetter(text.charAt(end));
                end++;
            }
            if (end > i) {
                boolean suffix = word && (Letters.isGap(text.charAt(i)) || Menksoft.isGap(text.charAt(i)));
                count += letters && !suffix ? 1 : 0;
                word |= letters;
                i = end;
            } else {
                word &= text.charAt(i) == ' ' || text.charAt(i) == '\u00a0';
                i++;
            }
        }
        return count;
    }

    private static boolean isPart(char c) {
        return Letters.isWordPart(c) || Menksoft.isLetter(c) || Menksoft.isGap(c);
    }
}
