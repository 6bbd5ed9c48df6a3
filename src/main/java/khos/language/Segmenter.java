package khos.language;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts running text into sentences.
 *
 * <p>A sentence ends after {@code 。！？} or {@code ……} in Chinese and after {@code ᠃} (four dots, U+1803), {@code ᠉} or
 * {@code ！？} in Mongolian, together with the closing quotes and brackets that follow. A Western full stop ends one only
 * before white space that no lower-case letter follows, so that {@code 3.14} and {@code khos.md} stay whole. Quotations,
 * brackets and {@code `code`} are never cut inside; direct speech, a quotation after a colon that ends with a full stop,
 * ends the sentence around it.
 *
 * <p>{@code 他说：“你好。”门开了。} gives {@code 他说：“你好。”} and {@code 门开了。};
 * {@code “再见！”他说。} stays whole.
 */
public final class Segmenter {
    private static final String OPENING = "“‘「『《〈（【([︽︿";
    private static final String CLOSING = "”’」』》〉）】)]︾﹀";
    private static final String ENDING = "。！？!?…᠁᠃᠉";
    /** White space between sentences; never U+202F or U+180E, which belong to Mongolian words. */
    private static final String SPACE = " \n\r\t\u3000";
    /** A quotation that is not closed within this many characters is taken for a slip of the pen. */
    private static final int LONGEST_QUOTATION = 400;

    private Segmenter() {}

    /**
     * The sentences of {@code text} in order, without the white space around them. Between two neighbours lies nothing
     * but white space.
     */
    public static List<Span> sentences(String text) {
        List<Span> sentences = new ArrayList<>();
        int start = skipSpace(text, 0);
        int i = start;
        while (i < text.length()) {
            int next = skipNested(text, i);
            int end = next > i + 1 ? endOfSpeech(text, i, next) : endOfSentence(text, i);
            if (end < 0) {
                i = next;
            } else {
                sentences.add(new Span(start, end));
                start = skipSpace(text, end);
                i = start;
            }
        }
        int end = trimmedEnd(text, start);
        if (end > start) {
            sentences.add(new Span(start, end));
        }
        return List.copyOf(sentences);
    }

    /** Where the sentence ends whose last mark stands at {@code i}, or -1 when no sentence ends there. */
    private static int endOfSentence(String text, int i) {
        char c = text.charAt(i);
        boolean full = c == '。' || c == '！' || c == '？' || c == '᠃' || c == '᠉';
        boolean doubled = (c == '…' || c == '᠁') && i + 1 < text.length() && text.charAt(i + 1) == c;
        boolean western = (c == '.' || c == '!' || c == '?') && endsWestern(text, i + 1);
        return full || doubled || western ? skipAny(text, skipAny(text, i + 1, ENDING), CLOSING + "\"'*_") : -1;
    }

    /** Where direct speech from {@code open} to {@code close} ends the sentence around it, or -1. */
    private static int endOfSpeech(String text, int open, int close) {
        boolean introduced = open > 0 && (text.charAt(open - 1) == '：' || text.charAt(open - 1) == '᠄');
        boolean ended = ENDING.indexOf(text.charAt(close - 2)) >= 0;
        return introduced && ended ? close : -1;
    }

    private static boolean endsWestern(String text, int after) {
        int i = skipAny(text, after, CLOSING + "\"'.!?");
        if (i == text.length()) {
            return true;
        }
        int next = skipSpace(text, i);
        return next > i && next < text.length() && !Character.isLowerCase(text.codePointAt(next));
    }

    /** The place after the character at {@code i}, or after the quotation, bracket or code that opens there. */
    private static int skipNested(String text, int i) {
        char c = text.charAt(i);
        int limit = Math.min(text.length(), i + LONGEST_QUOTATION);
        if (c == '\\' && i + 1 < text.length()) {
            return i + 2;
        }
        if (c == '`') {
            int run = skipAny(text, i, "`");
            int close = text.indexOf(text.substring(i, run), run, Math.max(run, limit));
            return close < 0 ? run : close + (run - i);
        }
        int kind = OPENING.indexOf(c);
        if (kind < 0) {
            return i + 1;
        }
        char closing = CLOSING.charAt(kind);
        int depth = 1;
        for (int k = i + 1; k < limit; k++) {
            char d = text.charAt(k);
            if (d == c) {
                depth++;
            } else if (d == closing && --depth == 0) {
                return k + 1;
            }
        }
        return i + 1;
    }

    private static int skipSpace(String text, int i) {
        return skipAny(text, i, SPACE);
    }

    private static int skipAny(String text, int i, String characters) {
        int k = i;
        while (k < text.length() && characters.indexOf(text.charAt(k)) >= 0) {
            k++;
        }
        return k;
    }

    private static int trimmedEnd(String text, int start) {
        int end = text.length();
        while (end > start && SPACE.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }
}
