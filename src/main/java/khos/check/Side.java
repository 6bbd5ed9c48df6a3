package khos.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import khos.language.Language;
import khos.language.Span;
import khos.markdown.Code;
import khos.markdown.Codes;
import khos.mongolian.Letters;
import org.jspecify.annotations.Nullable;

/** One text of a pair, with what several checks want to know of it. */
final class Side {
    /** A Mongolian word: {@code stem} with its tail, {@code whole} with its suffixes too. */
    record Word(Span stem, Span whole) {}

    private final String text;
    private final Language language;
    private final Codes codes;
    private final List<Span> links;
    /** Marks of codes, what stands in {@code `code`}, and addresses: no prose. */
    private final BitSet shielded = new BitSet();

    private @Nullable List<Word> words;

    Side(String text, Language language) {
        this.text = text;
        this.language = language;
        codes = Codes.of(text);
        links = Links.in(text);
        for (Code code : codes.list()) {
            shield(code.opening());
            code.closing().ifPresent(this::shield);
        }
        links.forEach(this::shield);
    }

    private void shield(Span span) {
        shielded.set(span.start(), span.end());
    }

    String text() {
        return text;
    }

    Language language() {
        return language;
    }

    Codes codes() {
        return codes;
    }

    List<Span> links() {
        return links;
    }

    boolean isProse(int i) {
        return !shielded.get(i);
    }

    /** The character there, or 0 outside the text and where there is no prose. */
    char at(int i) {
        return i >= 0 && i < text.length() && isProse(i) ? text.charAt(i) : 0;
    }

    /** Whether all of it is white space or cannot be seen. */
    boolean isBlank() {
        return text.chars()
                .allMatch(c -> Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Letters.isInvisible(c)
                        || Letters.isGap(c));
    }

    /** The Mongolian words in their order. */
    List<Word> words() {
        List<Word> found = words;
        if (found == null) {
            found = findWords();
            words = found;
        }
        return found;
    }

    private List<Word> findWords() {
        List<Word> found = new ArrayList<>();
        for (int i = 0; i < text.length(); ) {
            if (!isWordPart(i) || Letters.isGap(text.charAt(i))) {
                i++;
                continue;
            }
            int end = i;
            int stem = -1;
            boolean letters = false;
            while (end < text.length() && isWordPart(end)) {
                char c = text.charAt(end);
                letters |= Letters.isLetter(c);
                if (Letters.isGap(c) && stem < 0 && !isTail(end)) {
                    stem = end;
                }
                end++;
            }
            if (letters) {
                found.add(new Word(new Span(i, stem < 0 ? end : stem), new Span(i, end)));
            }
            i = end;
        }
        return found;
    }

    private boolean isWordPart(int i) {
        return isProse(i) && Letters.isWordPart(text.charAt(i));
    }

    /** Whether a single a or e follows the gap, which belongs to the word: {@code ᠨᠠᠷ᠎ᠠ}. */
    private boolean isTail(int gap) {
        int i = gap + 1;
        if (i >= text.length() || (text.charAt(i) != Letters.A && text.charAt(i) != Letters.E)) {
            return false;
        }
        i++;
        while (i < text.length() && Letters.isInvisible(text.charAt(i))) {
            i++;
        }
        return i == text.length() || !Letters.isLetter(text.charAt(i));
    }

    static boolean isHan(int c) {
        return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3007;
    }

    static boolean isAscii(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** Of the Mongolian script: a letter, one of its digits, or what shapes a letter. */
    static boolean isMongolian(char c) {
        return Letters.isLetter(c) || Letters.isDigit(c) || Letters.isSelector(c);
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\u3000' || c == '\t' || c == '\u00a0';
    }
}
