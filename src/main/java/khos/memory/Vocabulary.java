package khos.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import khos.analysis.Analyzers;
import khos.analysis.Analyzers.Token;
import khos.analysis.Analyzers.Token.Kind;
import khos.mongolian.Letters;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the words of Mongolian text by the look of their stems, from 0 on, as they come: {@code ᠬᠣᠲᠠ} and {@code ᠬᠤᠳᠠ ᠶᠢᠨ} are
 * one word. Words that were seen as they are typed are not looked at again; of those that look the same it knows which is how
 * usual.
 */
final class Vocabulary {
    static final Set<Kind> WORDS = EnumSet.of(Kind.HAN, Kind.MONGOLIAN, Kind.WORD);

    /** @param look as {@link MatchKey#look} */
    record Read(int[] words, long look) {}

    private static final long FNV_BASIS = 0xCBF29CE484222325L;
    private static final String SOME_WORD = "ᠠ ";
    private static final int FIRST = 1 << 10;
    /** Of a run stand together: the hash of how it is typed, its look, its words, how often it came; open addressing. */
    private static final int COLUMNS = 4;

    private static final int LOOK = 1;
    private static final int NUMBER = 2;
    private static final int TIMES = 3;
    /** Marks of the number: it is an ending where it stands behind a word and a space; its words are in {@link #several}. */
    private static final long ENDING = 1L << 40;

    private static final long SEVERAL = 1L << 41;
    /** So many times as often as another a spelling came that stands for it: of words that merely look the same few are so rare. */
    private static final int MORE_USUAL = 8;

    private long[] runs = new long[FIRST * COLUMNS];
    private int size;
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final List<int[]> several = new ArrayList<>();
    /** The runs of each look. */
    private final Map<Long, Spelling> spellings = new HashMap<>();

    private int spelled;

    private record Spelling(
            String typed, long hash, @Nullable Spelling other) {}

    /** The words of {@code text} in its order, new ones numbered, and how it looks. */
    synchronized Read add(String text) {
        int[] words = new int[16];
        int count = 0;
        int endOfWord = -1;
        long look = 0;
        for (int start = 0, end; start < text.length(); start = end) {
            char first = text.charAt(start);
            boolean mongolian = Letters.isWordPart(first);
            if (!mongolian && Character.isWhitespace(first)) {
                look = first == ' ' ? look : MatchKey.look(look, first);
                end = start + 1;
                continue;
            }
            long hash = FNV_BASIS;
            for (end = start; end < text.length() && belongs(text.charAt(end), mongolian); end++) {
                hash = hash(hash, text.charAt(end));
                look = mongolian ? look : MatchKey.look(look, text.charAt(end));
            }
            int run = run(text, start, end, mixed(hash));
            runs[run + TIMES]++;
            look = mongolian ? MatchKey.look(look, runs[run + LOOK]) : look;
            long number = runs[run + NUMBER];
            boolean suffix =
                    (number & ENDING) != 0 && endOfWord == start - 1 && start > 0 && text.charAt(endOfWord) == ' ';
            endOfWord = Letters.isLetter(text.charAt(end - 1)) ? end : -1;
            if (suffix) {
                continue;
            }
            int[] own = (number & SEVERAL) == 0 ? null : several.get((int) number);
            int more = own == null ? 1 : own.length;
            words = count + more > words.length ? Arrays.copyOf(words, (count + more) * 2) : words;
            if (own == null) {
                words[count] = (int) number;
            } else {
                System.arraycopy(own, 0, words, count, more);
            }
            count += more;
        }
        return new Read(Arrays.copyOf(words, count), look);
    }

    private static boolean belongs(char c, boolean mongolian) {
        return mongolian ? Letters.isWordPart(c) : !Character.isWhitespace(c) && !Letters.isWordPart(c);
    }

    /** FNV-1a. */
    private static long hash(long before, char next) {
        return (before ^ next) * 0x100000001B3L;
    }

    /** Never 0, which is an empty place. */
    private static long mixed(long hash) {
        return hash ^ hash >>> 32 | 1L << 63;
    }

    /**
     * {@code text} with each Mongolian word in a much more usual spelling that looks the same, where there is one:
     * {@code ᠬᠤᠳᠠ ᠶᠢᠨ ᠮᠣᠷᠢ} gives {@code ᠬᠣᠲᠠ ᠶᠢᠨ ᠮᠣᠷᠢ} where {@code ᠬᠣᠲᠠ} was added {@value #MORE_USUAL} times as often.
     */
    synchronized String usual(String text) {
        var usual = new StringBuilder(text.length());
        for (int start = 0, end; start < text.length(); start = end) {
            boolean mongolian = Letters.isWordPart(text.charAt(start));
            long hash = FNV_BASIS;
            for (end = start; end < text.length() && Letters.isWordPart(text.charAt(end)) == mongolian; end++) {
                hash = hash(hash, text.charAt(end));
            }
            String typed = text.substring(start, end);
            usual.append(mongolian ? usual(typed, mixed(hash)) : typed);
        }
        return usual.toString();
    }

    private String usual(String typed, long hash) {
        int at = place(hash);
        boolean known = runs[at] == hash;
        String usual = typed;
        long least = known ? runs[at + TIMES] * MORE_USUAL : 1;
        Spelling next = spellings.get(known ? runs[at + LOOK] : MatchKey.knownLook(typed));
        for (; next != null; next = next.other()) {
            long times = runs[place(next.hash()) + TIMES];
            if (times >= least) {
                usual = next.typed();
                least = times + 1;
            }
        }
        return usual;
    }

    private int run(String text, int start, int end, long hash) {
        int at = place(hash);
        if (runs[at] == hash) {
            return at;
        }
        if (++size > runs.length / COLUMNS / 2) {
            grow();
            at = place(hash);
        }
        String typed = text.substring(start, end);
        runs[at] = hash;
        runs[at + LOOK] = MatchKey.wordLook(typed);
        runs[at + NUMBER] = number(typed);
        if (Letters.isWordPart(typed.charAt(0))) {
            spellings.compute(runs[at + LOOK], (look, others) -> new Spelling(typed, hash, others));
            spelled++;
        }
        return at;
    }

    private int place(long hash) {
        int mask = runs.length / COLUMNS - 1;
        int slot = (int) hash & mask;
        while (runs[slot * COLUMNS] != 0 && runs[slot * COLUMNS] != hash) {
            slot = slot + 1 & mask;
        }
        return slot * COLUMNS;
    }

    private long number(String typed) {
        int[] words = Analyzers.tokens(typed, WORDS).stream()
                .mapToInt(token -> numbers.computeIfAbsent(Hash.of(token.term()), first -> numbers.size()))
                .toArray();
        long ending = Analyzers.tokens(SOME_WORD + typed, WORDS).size() == 1 ? ENDING : 0;
        if (words.length == 1) {
            return ending | words[0];
        }
        several.add(words);
        return ending | SEVERAL | several.size() - 1;
    }

    private void grow() {
        long[] old = runs;
        runs = new long[old.length * 2];
        for (int i = 0; i < old.length; i += COLUMNS) {
            if (old[i] != 0) {
                System.arraycopy(old, i, runs, place(old[i]), COLUMNS);
            }
        }
    }

    /** The numbers of {@code tokens}; {@link Alphabet#UNKNOWN} for words of no text that was added. */
    synchronized int[] find(List<Token> tokens) {
        return tokens.stream()
                .mapToInt(token -> numbers.getOrDefault(Hash.of(token.term()), Alphabet.UNKNOWN))
                .toArray();
    }

    /** Bytes held, roughly: an entry of a map takes 64, a spelling 96. */
    synchronized long bytes() {
        return 8L * runs.length + 64L * numbers.size() + 40L * several.size() + 64L * spellings.size() + 96L * spelled;
    }
}
