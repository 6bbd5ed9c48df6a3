package khos.language;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * The places of a text where no sentence ends because a quotation or a bracket goes on there, or the sentence around it
 * after its end.
 *
 * <p>In {@code “再见！”他说。} that is every place from the opening quote to {@code 他}. It is not the place after direct
 * speech, a quotation that ends with a full stop after a colon: {@code 他说：“你好。”|门开了。}
 */
final class Quotations {
    /** What is not closed within this many characters is taken for a slip of the pen. */
    static final int LONGEST = 400;

    private static final String OPENING = "“‘「『《〈（【〔［([{«︽︿﹁﹃︵︻";
    private static final String CLOSING = "”’」』》〉）】〕］)]}»︾﹀﹂﹄︶︼";
    private static final String ENDING = "。！？!?.…᠁᠃᠉︒︕︖";
    private static final String COLONS = "：:︓᠄";
    /** How far a place is looked around for closing marks and white space. */
    private static final int NEAR = 8;

    private final String reading;
    private final BitSet places;

    private Quotations(String reading) {
        this.reading = reading;
        this.places = new BitSet(reading.length() + 1);
    }

    /** The places inside; a place is the number of characters before it. */
    static BitSet inside(String reading) {
        var quotations = new Quotations(reading);
        quotations.read();
        return quotations.places;
    }

    private void read() {
        List<Deque<Integer>> open = new ArrayList<>();
        OPENING.chars().forEach(kind -> open.add(new ArrayDeque<>()));
        for (int i = 0; i < reading.length(); i++) {
            char c = reading.charAt(i);
            int opening = OPENING.indexOf(c);
            int closing = CLOSING.indexOf(c);
            if (c == '\n') {
                open.forEach(Deque::clear);
            } else if (opening >= 0) {
                open.get(opening).push(i);
            } else if (closing >= 0 && !open.get(closing).isEmpty()) {
                close(open.get(closing).pop(), i);
            }
        }
    }

    private void close(int open, int close) {
        if (close - open < LONGEST) {
            places.set(open + 1, close + 1);
            int after = skipClosing(close + 1);
            if (goesOn(open, close, after)) {
                places.set(close + 1, after + 1);
            }
        }
    }

    /** Whether the sentence around a quotation goes on at {@code after}. */
    private boolean goesOn(int open, int close, int after) {
        char last = lastMark(close);
        int next = after;
        while (next < reading.length() && Character.isWhitespace(reading.charAt(next))) {
            if (reading.charAt(next++) == '\n') {
                return false;
            }
        }
        boolean sentence = next > after && last == '.' && startsUpperCase(next);
        return !sentence && !(ENDING.indexOf(last) >= 0 && standsAlone(open, last));
    }

    /** Whether what opens at {@code open} is speech after a colon, or a remark in brackets after a sentence. */
    private boolean standsAlone(int open, char last) {
        int i = open - 1;
        while (i > Math.max(0, open - NEAR)
                && (Character.isWhitespace(reading.charAt(i)) || reading.charAt(i) == '⟪')) {
            i--;
        }
        char before = i < 0 ? ' ' : reading.charAt(i);
        return COLONS.indexOf(before) >= 0
                || before == '，' && last == '。'
                || "（(".indexOf(reading.charAt(open)) >= 0 && ENDING.indexOf(before) >= 0;
    }

    private boolean startsUpperCase(int i) {
        int letter = i;
        while (letter < Math.min(reading.length(), i + NEAR) && OPENING.indexOf(reading.charAt(letter)) >= 0) {
            letter++;
        }
        return letter < reading.length() && Character.isUpperCase(reading.codePointAt(letter));
    }

    /** The last character of the quotation that is no closing mark itself. */
    private char lastMark(int close) {
        int i = close - 1;
        while (i > Math.max(0, close - NEAR) && isClosing(reading.charAt(i))) {
            i--;
        }
        return reading.charAt(i);
    }

    private int skipClosing(int i) {
        int end = i;
        while (end < Math.min(reading.length(), i + NEAR) && isClosing(reading.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isClosing(char c) {
        return CLOSING.indexOf(c) >= 0 || c == '⟫';
    }
}
