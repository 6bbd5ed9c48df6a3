package khos.analysis;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import khos.analysis.Analyzers.Token;
import khos.analysis.Analyzers.Token.Kind;
import khos.language.Span;
import khos.mongolian.Connector;
import khos.mongolian.CyrillicStemmer;
import khos.mongolian.Letters;
import khos.mongolian.Menksoft;
import khos.mongolian.Skeleton.Level;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Cuts mixed text by runs of one script.
 *
 * <ul>
 *   <li>Every Chinese character is a token of its own, simplified, so that every substring can be found; with it stand the pair
 *       that it makes with the next ({@link Kind#PAIR}) and how it is read ({@link Kind#PINYIN}).
 *   <li>A Mongolian word is its stem as the strokes it is written with ({@link Level#K2}); with it stand its exact strokes where
 *       they differ ({@link Kind#LOOK}), its letters ({@link Kind#EXACT}), and each suffix behind a gap or a space
 *       ({@link Kind#SUFFIX}). A single {@code ᠠ} or {@code ᠡ} behind a gap is the last letter of the stem (chachlag), not a
 *       suffix. Words in the private codes of Menksoft are read as Unicode.
 *   <li>A word of Cyrillic is its stem, with the word itself beside it where it differs.
 *   <li>Other letters and digits run together to words, in small letters without marks; full-width ones as half-width, digits
 *       of all scripts as 0–9.
 * </ul>
 *
 * <p>{@code 学ᠨᠣᠮ ᠤᠨAB１} gives {@code 学} with {@code :xue}, {@code N O M} with the exact {@code =ᠨᠣᠮ} and the suffix
 * {@code O A}, {@code ab1}. Offsets are always into the original text.
 */
final class ScriptRunTokenizer extends Tokenizer {
    /** Begins the letters of a word, so that they are never taken for strokes. */
    private static final String EXACT_MARK = "=";

    private static final String LOOK_MARK = "~";
    static final String PINYIN_MARK = ":";

    /** A run of letters longer than this is cut, as no word of a reader is. */
    private static final int LONGEST_WORD = 200;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final TypeAttribute type = addAttribute(TypeAttribute.class);

    private final Set<Kind> kinds;
    private final @Nullable Set<String> terms;
    private final boolean mongolian;
    /** What {@link #terms} begin with. */
    private final BitSet firsts;

    private String text = "";
    private int at;
    private int position;
    /** Where the last Mongolian word ended: an ending behind a single space there is its suffix. -1 before the first. */
    private int endOfMongolian;

    /** The tokens of the word that is being given. */
    private final List<Token> pending = new ArrayList<>();

    private int given;
    private int givenPosition;

    /** @param kinds the tokens that are wanted */
    ScriptRunTokenizer(Set<Kind> kinds) {
        this(kinds, null);
    }

    /** @param terms of {@code kinds} those tokens that are wanted; null for all */
    private ScriptRunTokenizer(Set<Kind> kinds, @Nullable Set<String> terms) {
        this.kinds = kinds;
        this.terms = terms;
        mongolian = kinds.contains(Kind.MONGOLIAN) || kinds.contains(Kind.SUFFIX);
        firsts = new BitSet();
        if (terms != null) {
            terms.stream().filter(term -> !term.isEmpty()).forEach(term -> firsts.set(term.codePointAt(0)));
        }
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        begin(read(input));
    }

    private void begin(String newText) {
        text = newText;
        at = 0;
        position = -1;
        endOfMongolian = -1;
        pending.clear();
        given = 0;
        givenPosition = -1;
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
        while (given == pending.size()) {
            if (!next()) {
                return false;
            }
        }
        Token token = pending.get(given++);
        term.setEmpty().append(token.term());
        offset.setOffset(
                correctOffset(token.span().start()), correctOffset(token.span().end()));
        increment.setPositionIncrement(token.position() - givenPosition);
        givenPosition = token.position();
        type.setType(token.kind().name());
        return true;
    }

    /** All tokens of {@code text} that are of {@code kinds}, or of these those that are {@code terms}. */
    static List<Token> tokens(String text, Set<Kind> kinds, @Nullable Set<String> terms) {
        try (var tokenizer = new ScriptRunTokenizer(kinds, terms)) {
            tokenizer.begin(text);
            List<Token> tokens = new ArrayList<>();
            while (tokenizer.next()) {
                tokens.addAll(tokenizer.pending);
            }
            return tokens;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the next word; false at the end. */
    private boolean next() {
        pending.clear();
        given = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (Letters.isLetter(c)) {
                mongolian();
                return true;
            }
            if (Menksoft.isLetter((char) c) && c <= 0xFFFF) {
                menksoft();
                return true;
            }
            if (Han.is(c)) {
                han(c);
                return true;
            }
            if (Character.isLetterOrDigit(c)) {
                word();
                return true;
            }
            at += Character.charCount(c);
        }
        return false;
    }

    private void add(String token, int start, int end, Kind kind) {
        if (kinds.contains(kind) && (terms == null || terms.contains(token))) {
            pending.add(new Token(token, new Span(start, end), position, kind));
        }
    }

    private void han(int c) {
        int start = at;
        position++;
        at += Character.charCount(c);
        int plain = Han.simplified(c);
        if (terms != null && !firsts.get(plain) && !kinds.contains(Kind.PINYIN)) {
            return;
        }
        String simplified = Character.toString(plain);
        add(simplified, start, at, Kind.HAN);
        if (at < text.length() && kinds.contains(Kind.PAIR)) {
            int next = text.codePointAt(at);
            if (Han.is(next)) {
                String pair = simplified + Character.toString(Han.simplified(next));
                add(pair, start, at + Character.charCount(next), Kind.PAIR);
            }
        }
        if (kinds.contains(Kind.PINYIN)) {
            for (String reading : Han.readings(plain)) {
                add(PINYIN_MARK + reading, start, at, Kind.PINYIN);
            }
        }
    }

    private void mongolian() {
        int start = at;
        int end = at;
        while (end < text.length() && end - start < LONGEST_WORD && Letters.isWordPart(text.charAt(end))) {
            end++;
        }
        while (!Letters.isLetter(text.charAt(end - 1))) {
            end--;
        }
        if (mongolian) {
            boolean ending = endOfMongolian >= 0
                    && endOfMongolian == start - 1
                    && text.charAt(start - 1) == ' '
                    && MongolianPart.of(text, start, partEnd(text, start, end)).isEnding();
            parts(text, start, end, end, ending, null);
        } else {
            position++;
        }
        at = end;
        endOfMongolian = end;
    }

    /** A run of Menksoft codes; its suffixes stand where its gaps are. */
    private void menksoft() {
        int start = at;
        int end = at;
        List<Integer> starts = new ArrayList<>(List.of(start));
        while (end < text.length()
                && end - start < LONGEST_WORD
                && (Menksoft.isLetter(text.charAt(end)) || Menksoft.isGap(text.charAt(end)))) {
            boolean opens = end > start && Menksoft.isGap(text.charAt(end - 1)) && Menksoft.isLetter(text.charAt(end));
            if (opens) {
                starts.add(end);
            }
            end++;
        }
        String converted = Menksoft.toUnicode(text.substring(start, end), Connector.NARROW_NO_BREAK_SPACE)
                .text();
        parts(converted, 0, converted.length(), end, false, starts);
        at = end;
        endOfMongolian = end;
    }

    /**
     * A word's stem and suffixes.
     *
     * @param word what holds it, from {@code first} to {@code last}
     * @param end where in the text it ends
     * @param starts where in the text the parts of it stand; null when {@code word} is the text itself
     */
    private void parts(String word, int first, int last, int end, boolean ending, @Nullable List<Integer> starts) {
        int from = first;
        for (int part = 0; from < last; part++) {
            int to = partEnd(word, from, last);
            MongolianPart letters = MongolianPart.of(word, from, to);
            int partStart = starts == null ? from : starts.get(Math.min(part, starts.size() - 1));
            int partEnd = starts == null ? to : part + 1 < starts.size() ? starts.get(part + 1) : end;
            if (part == 0 && !ending) {
                position++;
                stem(letters, partStart, partEnd);
            } else {
                suffix(letters, partStart, partEnd);
            }
            from = to;
            while (from < last && !Letters.isLetter(word.charAt(from))) {
                from++;
            }
        }
    }

    private void stem(MongolianPart stem, int start, int end) {
        add(stem.folded(), start, end, Kind.MONGOLIAN);
        if (kinds.contains(Kind.LOOK) && !stem.look().equals(stem.folded())) {
            add(LOOK_MARK + stem.look(), start, end, Kind.LOOK);
        }
        if (kinds.contains(Kind.EXACT)) {
            add(EXACT_MARK + stem.letters(), start, end, Kind.EXACT);
        }
    }

    /** A suffix takes its shape from the gap before it, and is looked for as it stands alone. */
    private void suffix(MongolianPart suffix, int start, int end) {
        add(suffix.behindGap(), start, end, Kind.SUFFIX);
        if (!suffix.folded().equals(suffix.behindGap())) {
            add(suffix.folded(), start, end, Kind.SUFFIX);
        }
    }

    /** Where the stem or suffix that begins at {@code start} ends: at the next gap that is not one before a chachlag. */
    private static int partEnd(String word, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Letters.isGap(word.charAt(i)) && !isChachlag(word, i, end)) {
                return i;
            }
        }
        return end;
    }

    private static boolean isChachlag(String word, int gap, int end) {
        int letters = 0;
        boolean open = true;
        for (int i = gap + 1; i < end && !Letters.isGap(word.charAt(i)); i++) {
            if (Letters.isLetter(word.charAt(i))) {
                letters++;
                open &= word.charAt(i) == Letters.A || word.charAt(i) == Letters.E;
            }
        }
        return word.charAt(gap) == Letters.VOWEL_SEPARATOR && letters == 1 && open;
    }

    private void word() {
        int start = at;
        var word = new StringBuilder();
        boolean cyrillic = true;
        while (at < text.length() && at - start < LONGEST_WORD) {
            int c = text.codePointAt(at);
            boolean mark =
                    !word.isEmpty() && Character.getType(c) == Character.NON_SPACING_MARK && !Letters.isInvisible(c);
            if (!mark && (!Character.isLetterOrDigit(c) || Han.is(c) || Letters.isLetter(c))) {
                break;
            }
            cyrillic &= Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC;
            if (!mark) {
                append(word, c);
            }
            at += Character.charCount(c);
        }
        position++;
        String stem = cyrillic ? CyrillicStemmer.stem(word) : word.toString();
        add(stem, start, at, Kind.WORD);
        if (!stem.contentEquals(word)) {
            add(EXACT_MARK + word, start, at, Kind.EXACT);
        }
    }

    private static void append(StringBuilder word, int c) {
        int digit = Character.digit(c, 10);
        if (digit >= 0) {
            word.append((char) ('0' + digit));
            return;
        }
        int small = Character.toLowerCase(halfWidth(c));
        if (Character.UnicodeScript.of(small) != Character.UnicodeScript.LATIN || small < 0x80) {
            word.appendCodePoint(small);
            return;
        }
        Normalizer.normalize(Character.toString(small), Normalizer.Form.NFD)
                .codePoints()
                .filter(part -> Character.getType(part) != Character.NON_SPACING_MARK)
                .forEach(word::appendCodePoint);
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
