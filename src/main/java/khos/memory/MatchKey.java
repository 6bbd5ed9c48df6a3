package khos.memory;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import khos.language.Language;
import khos.mongolian.Letters;
import khos.mongolian.Skeleton;
import khos.mongolian.Suffixes;

/**
 * What two sentences are compared by: differences that no translator would count are taken out first.
 *
 * <p>In both languages a number is one symbol, whichever it is, so is a mark of Markdown ({@code **}, a code span's quotes,
 * {@code ](address)}, a tag), and spaces are one. Chinese: canonical composition, full width as half width, capitals as small
 * letters. Mongolian: variation selectors and joiners dropped, and the ways to part a suffix (narrow no-break space,
 * vowel separator, either behind a space, a space before a case ending) made one; never compatibility composition, which
 * would turn the narrow no-break space into a space.
 */
final class MatchKey {
    /** Stand for any number and any mark; beyond Unicode, so that no text has them. */
    static final int NUMBER = 0x110000;

    static final int MARK = 0x110001;

    private static final int LONGEST_MARK = 2_000;
    private static final int LONGEST_ENDING = 8;
    private static final int MOST_KNOWN = 100_000;

    /** Whether a word is a case ending, and the hash of its look; forgotten when there are too many. */
    private static final Map<String, Boolean> ENDINGS = new ConcurrentHashMap<>();

    private static final Map<String, Long> LOOKS = new ConcurrentHashMap<>();

    private final int[] symbols;
    private int size;

    private MatchKey(int most) {
        symbols = new int[most];
    }

    /** The symbols to compare, for example of {@code ＡＢ１} those of {@code ab} and {@link #NUMBER}. */
    static int[] of(String text, Language language) {
        String plain = language == Language.CHINESE ? Normalizer.normalize(text, Normalizer.Form.NFC) : text;
        var key = new MatchKey(plain.length());
        for (int i = 0; i < plain.length(); ) {
            i = key.take(plain, i, language);
        }
        return key.stripped();
    }

    /** Takes what stands at {@code i}; gives where it ends. */
    private int take(String text, int i, Language language) {
        int c = folded(text.codePointAt(i), language);
        if (isDigit(c)) {
            add(NUMBER);
            return numberEnd(text, i, language);
        }
        int end = markEnd(text, i);
        if (end > i) {
            add(MARK);
            return end;
        }
        if (language == Language.MONGOLIAN) {
            if (Letters.isInvisible(c)) {
                return i + 1;
            }
            if (Letters.isGap(c) || (c == ' ' && beforeEnding(text, i + 1))) {
                gap();
                return i + 1;
            }
        }
        if (c != ' ' || (size > 0 && symbols[size - 1] != ' ')) {
            add(c);
        }
        return i + Character.charCount(text.codePointAt(i));
    }

    private void add(int symbol) {
        symbols[size++] = symbol;
    }

    private void gap() {
        if (size > 0 && symbols[size - 1] == ' ') {
            size--;
        }
        if (size == 0 || symbols[size - 1] != Letters.NARROW_NO_BREAK_SPACE) {
            add(Letters.NARROW_NO_BREAK_SPACE);
        }
    }

    private int[] stripped() {
        int start = 0;
        while (start < size && isSpace(symbols[start])) {
            start++;
        }
        while (size > start && isSpace(symbols[size - 1])) {
            size--;
        }
        return Arrays.copyOfRange(symbols, start, size);
    }

    private static boolean isSpace(int c) {
        return c < NUMBER && Character.isWhitespace(c);
    }

    private static boolean isDigit(int c) {
        return (c >= '0' && c <= '9') || Letters.isDigit(c);
    }

    /** Of {@code 1,250.5 km} behind the 5: digits, and commas and points between them. */
    private static int numberEnd(String text, int start, Language language) {
        int end = start;
        while (end < text.length()) {
            int c = folded(text.charAt(end), language);
            boolean joined = (c == '.' || c == ',')
                    && end + 1 < text.length()
                    && isDigit(folded(text.charAt(end + 1), language));
            if (!isDigit(c) && !joined) {
                break;
            }
            end++;
        }
        return end;
    }

    /** Where the mark that begins at {@code i} ends; {@code i} when there is none. */
    static int markEnd(String text, int i) {
        char c = text.charAt(i);
        if (c == '*' || c == '`') {
            int end = i;
            while (end < text.length() && text.charAt(end) == c) {
                end++;
            }
            return end;
        }
        if (i + 1 == text.length()) {
            return i;
        }
        char next = text.charAt(i + 1);
        if (c == ']' && next == '(') {
            return closed(text, i, ')');
        }
        boolean tag = c == '<' && (next == '/' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z'));
        return tag ? closed(text, i, '>') : i;
    }

    private static int closed(String text, int start, char close) {
        int most = Math.min(text.length(), start + LONGEST_MARK);
        for (int end = start + 2; end < most; end++) {
            if (text.charAt(end) == close) {
                return end + 1;
            }
        }
        return start;
    }

    static int folded(int c, Language language) {
        if (language == Language.MONGOLIAN) {
            return c;
        }
        // U+FF01–FF5E as U+0021–007E, the ideographic space as a space (Unicode, Halfwidth and Fullwidth Forms).
        if (c >= 0xFF01 && c <= 0xFF5E) {
            return Character.toLowerCase(c - 0xFEE0);
        }
        return c == 0x3000 ? ' ' : c < 0x2E80 ? Character.toLowerCase(c) : c;
    }

    private static boolean beforeEnding(String text, int start) {
        int end = start;
        while (end < text.length() && end - start <= LONGEST_ENDING && isLetterOrSelector(text.charAt(end))) {
            end++;
        }
        boolean word = end > start
                && end - start <= LONGEST_ENDING
                && (end == text.length() || !Letters.isWordPart(text.charAt(end)));
        return word && known(ENDINGS, text.substring(start, end), Suffixes::isEnding);
    }

    private static boolean isLetterOrSelector(char c) {
        return Letters.isLetter(c) || Letters.isInvisible(c);
    }

    /** A hash of how {@code text} looks in Mongolian, spaces passed over: the same for {@code ᠬᠣᠲᠠ} and {@code ᠬᠤᠳᠠ}. */
    static long look(String text) {
        long look = 0;
        for (int start = 0, end; start < text.length(); start = end) {
            end = start + 1;
            char c = text.charAt(start);
            if (!Letters.isWordPart(c)) {
                look = c == ' ' ? look : look(look, c);
                continue;
            }
            while (end < text.length() && Letters.isWordPart(text.charAt(end))) {
                end++;
            }
            look = look(look, knownLook(text.substring(start, end)));
        }
        return look;
    }

    /** The look of what looks like {@code before} and goes on with {@code next}. */
    static long look(long before, long next) {
        return before * 0x9E3779B97F4A7C15L + next;
    }

    /** The similarity of a sentence and a unit's source, now that both are there: {@code similarity} was found by keys. */
    static int refined(String sentence, String source, int similarity) {
        if (similarity < 99 || (similarity >= 100 && sentence.equals(source))) {
            return similarity;
        }
        return digits(sentence).equals(digits(source)) ? 99 : 97;
    }

    private static String digits(String text) {
        return text.codePoints()
                .filter(Character::isDigit)
                .mapToObj(c -> Integer.toString(Character.digit(c, 10)))
                .collect(Collectors.joining());
    }

    /** The look of what stands between two spaces or signs. */
    static long wordLook(String word) {
        return Hash.of(Skeleton.of(word, Skeleton.Level.K2));
    }

    /** As {@link #wordLook}, which is reckoned once for words that come again. */
    static long knownLook(String word) {
        return known(LOOKS, word, MatchKey::wordLook);
    }

    private static <V> V known(Map<String, V> known, String word, Function<String, V> reckon) {
        V value = known.get(word);
        if (value == null) {
            value = reckon.apply(word);
            if (known.size() >= MOST_KNOWN) {
                known.clear();
            }
            known.put(word, value);
        }
        return value;
    }
}
