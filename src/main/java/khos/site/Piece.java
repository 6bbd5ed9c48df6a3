package khos.site;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import khos.language.Language;
import khos.language.Span;
import khos.language.WritingMode;

/**
 * A stretch of plain text that is set in one way. Templates print the text escaped, inside the element that the way asks
 * for.
 *
 * @param upright a number that stands upright in a vertical line (CSS {@code text-combine-upright})
 * @param marked what the reader searched for
 */
record Piece(String text, boolean upright, boolean marked) {
    /** One or two digits stand upright; years and larger numbers lie along the line (W3C MLREQ, numbers). */
    private static final Pattern SHORT_NUMBER = Pattern.compile("(?<![0-9])[0-9]{1,2}(?![0-9])");

    private static final Pattern SPACE_BEFORE_SUFFIX = Pattern.compile(" +\u202F");
    private static final Pattern SUFFIX_SPACE_BEFORE_DIGIT = Pattern.compile("\u202F(?=[0-9])");
    private static final Pattern SPACE_BEFORE_STOP = Pattern.compile(" +(?=[\u1802\u1803])");
    private static final Pattern SPACES = Pattern.compile(" {2,}");

    /** Whether there is a letter of the traditional script in {@code text}, which then has to stand upright. */
    static boolean isMongolian(String text) {
        return text.codePoints()
                .anyMatch(c ->
                        Character.UnicodeScript.of(c) == Character.UnicodeScript.MONGOLIAN && Character.isLetter(c));
    }

    /** {@code text} as it is set in a line of {@code language}. */
    static List<Piece> of(Language language, String text) {
        List<Piece> pieces = new ArrayList<>();
        add(pieces, language, text, false);
        return pieces;
    }

    /**
     * {@code text} with what {@code marks} cover marked.
     *
     * @param marks in order, not overlapping; what lies outside of the text is ignored
     */
    static List<Piece> of(Language language, String text, List<Span> marks) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (Span mark : marks) {
            int start = Math.clamp(mark.start(), from, text.length());
            int end = Math.clamp(mark.end(), start, text.length());
            add(pieces, language, text.substring(from, start), false);
            add(pieces, language, text.substring(start, end), true);
            from = end;
        }
        add(pieces, language, text.substring(from), false);
        return pieces;
    }

    private static void add(List<Piece> pieces, Language language, String text, boolean marked) {
        if (language.writingMode() != WritingMode.VERTICAL_LR) {
            addUnlessEmpty(pieces, text, false, marked);
            return;
        }
        String clean = clean(text);
        Matcher number = SHORT_NUMBER.matcher(clean);
        int from = 0;
        while (number.find()) {
            addUnlessEmpty(pieces, clean.substring(from, number.start()), false, marked);
            addUnlessEmpty(pieces, number.group(), true, marked);
            from = number.end();
        }
        addUnlessEmpty(pieces, clean.substring(from), false, marked);
    }

    private static void addUnlessEmpty(List<Piece> pieces, String text, boolean upright, boolean marked) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, upright, marked));
        }
    }

    /**
     * Mongolian freed from what only disturbs the line: a space typed before the narrow space of a suffix, double spaces,
     * a narrow space before a digit (fonts show a box), and a space that would let a stop begin a column.
     */
    static String clean(String text) {
        String t = SPACE_BEFORE_SUFFIX.matcher(text).replaceAll("\u202F");
        t = SUFFIX_SPACE_BEFORE_DIGIT.matcher(t).replaceAll(" ");
        t = SPACE_BEFORE_STOP.matcher(t).replaceAll("\u00A0");
        return SPACES.matcher(t).replaceAll(" ");
    }
}
