package khos.language;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A text as the rules of segmentation read it: every place is where it was, but what is no punctuation does not look like
 * it, and marks that open and close alike can be told apart.
 *
 * <ul>
 *   <li>{@code `code`} and what a backslash escapes are letters;
 *   <li>a line break alone is a space, only blank lines keep theirs;
 *   <li>{@code "} is “ or ”, and the {@code *} and {@code _} of emphasis are ⟪ or ⟫.
 * </ul>
 *
 * <p>{@code 他说："`a. B`。"**好。**} gives {@code 他说：“ƻƻƻƻƻƻ。”⟪⟪好。⟫⟫}.
 */
final class Reading {
    /** A letter without case, so that no rule about capitals applies to it. */
    private static final char LETTER = 'ƻ';

    private static final char OPENING = '⟪';
    private static final char CLOSING = '⟫';

    private final String text;
    private final char[] chars;
    /** Where the marks that are open now stand, by the mark: {@code **} is another one than {@code *}. */
    private final Map<String, Integer> open = new HashMap<>();

    private Reading(String text) {
        this.text = text;
        this.chars = text.toCharArray();
    }

    static String of(String text) {
        var reading = new Reading(text);
        for (int i = 0; i < text.length(); ) {
            i = reading.read(i);
        }
        return new String(reading.chars);
    }

    /** Reads what stands at {@code i}, and returns where the next stands. */
    private int read(int i) {
        char c = text.charAt(i);
        return switch (c) {
            case '\\' -> escape(i);
            case '`' -> code(i);
            case '"' -> mark(i, i + 1, '“', '”');
            case '*', '_' -> mark(i, run(i), OPENING, CLOSING);
            case '!' -> image(i);
            default -> Character.isWhitespace(c) ? space(i) : i + 1;
        };
    }

    private int escape(int i) {
        char escaped = i + 1 < chars.length ? text.charAt(i + 1) : '\n';
        if (escaped == '\n') {
            chars[i] = CLOSING;
        } else if (isPunctuation(escaped)) {
            Arrays.fill(chars, i, i + 2, LETTER);
            return i + 2;
        }
        return i + 1;
    }

    private static boolean isPunctuation(char c) {
        return c > ' ' && c < 0x7f && !Character.isLetterOrDigit(c);
    }

    private int code(int i) {
        int start = run(i);
        int limit = Math.min(chars.length, start + Quotations.LONGEST);
        for (int k = start; k < limit; k++) {
            if (text.charAt(k) == '`') {
                int end = run(k);
                if (end - k == start - i) {
                    Arrays.fill(chars, i, end, LETTER);
                    return end;
                }
                k = end;
            }
        }
        return start;
    }

    /** The exclamation mark of {@code ![a picture](address)} exclaims nothing. */
    private int image(int i) {
        if (i + 1 < chars.length && text.charAt(i + 1) == '[') {
            chars[i] = OPENING;
        }
        return i + 1;
    }

    /** Decides by the white space around a mark whether it opens or closes, else by what is open. */
    private int mark(int i, int end, char opening, char closing) {
        boolean first = i == 0 || Character.isWhitespace(text.charAt(i - 1));
        boolean last = end == chars.length || Character.isWhitespace(text.charAt(end));
        if (first && last || text.charAt(i) == '_' && isInsideWord(i, end)) {
            return end;
        }
        String mark = text.substring(i, end);
        Integer opened = open.remove(mark);
        boolean closes = opened != null && i - opened < Quotations.LONGEST;
        if (last || closes && !first) {
            Arrays.fill(chars, i, end, closing);
        } else {
            Arrays.fill(chars, i, end, opening);
            open.put(mark, i);
        }
        return end;
    }

    /** {@code snake_case} */
    private boolean isInsideWord(int i, int end) {
        return i > 0
                && end < chars.length
                && Character.isLetterOrDigit(text.charAt(i - 1))
                && Character.isLetterOrDigit(text.charAt(end));
    }

    private int space(int i) {
        int lines = 0;
        int end = i;
        while (end < chars.length && Character.isWhitespace(text.charAt(end))) {
            lines += text.charAt(end) == '\n' ? 1 : 0;
            end++;
        }
        if (lines > 1) {
            open.clear();
        } else {
            Arrays.fill(chars, i, end, ' ');
        }
        return end;
    }

    /** Where the run of one character ends that begins at {@code i}. */
    private int run(int i) {
        int end = i + 1;
        while (end < chars.length && text.charAt(end) == text.charAt(i)) {
            end++;
        }
        return end;
    }
}
