package khos.language;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Cuts running text into sentences: by Unicode's rules (UAX #29, as ICU has them) and, above them, by those of
 * {@code segmentation.srx} beside this class.
 *
 * <p>A sentence ends after {@code 。！？} or {@code ……} in Chinese and after {@code ᠃ ᠉} or {@code ︖} in Mongolian, never
 * after {@code ；} or {@code ᠂ ᠄}, together with the closing quotes and brackets that follow. A Western full stop ends one
 * only before white space that no lower-case letter follows, and not after an abbreviation. Quotations, brackets and
 * {@code `code`} are never cut inside; direct speech ends the sentence around it.
 *
 * <p>{@code 他说：“你好。”门开了。} gives {@code 他说：“你好。”} and {@code 门开了。};
 * {@code “再见！”他说。} stays whole.
 */
public final class Segmenter {
    private static final Srx RULES = Srx.load("segmentation.srx");

    private Segmenter() {}

    /**
     * The sentences of {@code text} in order, without the white space around them. Between two neighbours lies nothing
     * but white space; no-break spaces, U+202F among them, are none.
     */
    public static List<Span> sentences(String text, Language language) {
        return sentences(text, language.tag());
    }

    /** As above, for a language by its BCP 47 tag. */
    static List<Span> sentences(String text, String tag) {
        BitSet ends = ends(text, tag);
        List<Span> sentences = new ArrayList<>();
        int start = 0;
        for (int end = ends.nextSetBit(0); end >= 0; end = ends.nextSetBit(end + 1)) {
            Span sentence = trimmed(text, start, end);
            if (sentence.length() > 0) {
                sentences.add(sentence);
            }
            start = end;
        }
        return List.copyOf(sentences);
    }

    /** The places where a sentence ends; a place is the number of characters before it. */
    private static BitSet ends(String text, String tag) {
        String reading = Reading.of(text);
        BitSet ends = proposed(reading, tag);
        // The first rule has the last word.
        for (Srx.Rule rule : RULES.rules(tag).reversed()) {
            rule.apply(reading, ends);
        }
        ends.andNot(Quotations.inside(reading));
        ends.set(text.length());
        return ends;
    }

    private static BitSet proposed(String reading, String tag) {
        BreakIterator iterator = BreakIterator.getSentenceInstance(ULocale.forLanguageTag(tag));
        iterator.setText(reading);
        var ends = new BitSet(reading.length() + 1);
        int start = iterator.first();
        for (int next = iterator.next(); next != BreakIterator.DONE; next = iterator.next()) {
            int end = next;
            while (end > start && isSpace(reading.charAt(end - 1))) {
                end--;
            }
            ends.set(end, end > start);
            start = next;
        }
        return ends;
    }

    /** White space and no-break spaces: what ICU leaves with the sentence before it. */
    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** The span from {@code start} to {@code end} without the white space at its edges. */
    private static Span trimmed(String text, int start, int end) {
        int first = start;
        int last = end;
        while (last > first && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        while (first < last && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        return new Span(first, last);
    }
}
