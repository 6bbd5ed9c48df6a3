package khos.analysis;

import java.io.IOException;
import java.io.Reader;
import khos.mongolian.Letters;
import khos.mongolian.Skeleton;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * Cuts mixed text by runs of one script.
 *
 * <ul>
 *   <li>Every Chinese character is a token of its own, so that a phrase of them finds every substring.
 *   <li>A Mongolian word is its stem, then each suffix behind a gap ({@link #SUFFIX}, at no position of its own), both as
 *       the strokes they are written with ({@link Skeleton.Level#K2}); at the stem's position stand its letters too
 *       ({@link #EXACT}). A single {@code ᠠ} or {@code ᠡ} behind a gap is the last letter of the stem (chachlag), not a
 *       suffix.
 *   <li>Other letters and digits run together to words, in small letters; full-width ones as half-width.
 * </ul>
 *
 * <p>{@code 学ᠨᠣᠮ ᠤᠨAB１} gives {@code 学}, {@code N O M} with the exact {@code =ᠨᠣᠮ}, the suffix {@code O A}, {@code ab1}.
 * Offsets are always into the original text.
 */
final class ScriptRunTokenizer extends Tokenizer {
    static final String HAN = "han";
    static final String MONGOLIAN = "mongolian";
    static final String EXACT = "exact";
    static final String SUFFIX = "suffix";
    /** Begins the letters of a word, so that they are never taken for strokes. */
    private static final char EXACT_MARK = '=';

    static final String WORD = "word";

    /** A run of letters longer than this is cut, as no word of a reader is. */
    private static final int LONGEST_WORD = 200;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final TypeAttribute type = addAttribute(TypeAttribute.class);

    private String text = "";
    private int at;
    /** Where the Mongolian word ends whose suffixes are still to be given; 0 outside of one. */
    private int wordEnd;
    /** Where the stem began whose letters are still to be given; -1 when there is none. */
    private int exactStart = -1;

    @Override
    public void reset() throws IOException {
        super.reset();
        text = read(input);
        at = 0;
        wordEnd = 0;
        exactStart = -1;
    }

    private static String read(Reader reader) throws IOException {
        var text = new StringBuilder();
        char[] buffer = new char[4096];
        for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
            text.append(buffer, 0, read);
        }
        return text.toString();
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (exactStart >= 0) {
            int start = exactStart;
            exactStart = -1;
            return give(EXACT_MARK + Skeleton.of(text.substring(start, at), Skeleton.Level.K0), start, at, EXACT, 0);
        }
        if (wordEnd > at) {
            return suffix();
        }
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (Letters.isLetter(c)) {
                return mongolian();
            }
            if (isHan(c)) {
                int start = at;
                at += Character.charCount(c);
                return give(text.substring(start, at), start, at, HAN, 1);
            }
            if (Character.isLetterOrDigit(c)) {
                return word();
            }
            at += Character.charCount(c);
        }
        return false;
    }

    private boolean mongolian() {
        int start = at;
        int end = at;
        while (end < text.length() && end - start < LONGEST_WORD && Letters.isWordPart(text.charAt(end))) {
            end++;
        }
        while (!Letters.isLetter(text.charAt(end - 1))) {
            end--;
        }
        at = partEnd(start, end);
        wordEnd = end;
        exactStart = start;
        return give(strokes(start, at), start, at, MONGOLIAN, 1);
    }

    /** A suffix takes its shape from the gap before it. */
    private boolean suffix() {
        int gap = at;
        int start = at;
        while (!Letters.isLetter(text.charAt(start))) {
            start++;
        }
        at = partEnd(start, wordEnd);
        return give(strokes(gap, at).replaceFirst("^[| ]+", ""), start, at, SUFFIX, 0);
    }

    /** The strokes of a part of a word; of letters that have none in the tables (Todo, Sibe, Manchu) the letters. */
    private String strokes(int start, int end) {
        String part = text.substring(start, end);
        String strokes = Skeleton.of(part, Skeleton.Level.K2);
        return strokes.isEmpty() ? Skeleton.of(part, Skeleton.Level.K0) : strokes;
    }

    /** Where the stem or suffix that begins at {@code start} ends: at the next gap that is not one before a chachlag. */
    private int partEnd(int start, int end) {
        for (int i = start; i < end; i++) {
            if (Letters.isGap(text.charAt(i)) && !isChachlag(i, end)) {
                return i;
            }
        }
        return end;
    }

    private boolean isChachlag(int gap, int end) {
        int letters = 0;
        boolean open = true;
        for (int i = gap + 1; i < end && !Letters.isGap(text.charAt(i)); i++) {
            if (Letters.isLetter(text.charAt(i))) {
                letters++;
                open &= text.charAt(i) == Letters.A || text.charAt(i) == Letters.E;
            }
        }
        return text.charAt(gap) == Letters.VOWEL_SEPARATOR && letters == 1 && open;
    }

    private boolean word() {
        int start = at;
        var word = new StringBuilder();
        while (at < text.length() && at - start < LONGEST_WORD) {
            int c = text.codePointAt(at);
            if (!Character.isLetterOrDigit(c) || isHan(c) || Letters.isLetter(c)) {
                break;
            }
            word.appendCodePoint(Character.toLowerCase(halfWidth(c)));
            at += Character.charCount(c);
        }
        return give(word.toString(), start, at, WORD, 1);
    }

    private boolean give(String token, int start, int end, String kind, int step) {
        term.setEmpty().append(token);
        offset.setOffset(correctOffset(start), correctOffset(end));
        increment.setPositionIncrement(step);
        type.setType(kind);
        return true;
    }

    private static boolean isHan(int c) {
        return Character.isIdeographic(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }

    private static int halfWidth(int c) {
        return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
    }

    @Override
    public void end() throws IOException {
        super.end();
        offset.setOffset(correctOffset(text.length()), correctOffset(text.length()));
    }
}
