package khos.memory;

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

/**
 * Numbers the words of Mongolian text by the look of their stems, from 0 on, as they come: {@code ᠬᠣᠲᠠ} and {@code ᠬᠤᠳᠠ ᠶᠢᠨ} are
 * one word. Words that were seen as they are typed are not looked at again.
 *
 * <p>One thread at a time adds; any may ask.
 */
final class Vocabulary {
    static final Set<Kind> WORDS = EnumSet.of(Kind.HAN, Kind.MONGOLIAN, Kind.WORD);

    private static final int FIRST = 1 << 10;
    private static final String SOME_WORD = "ᠠ ";
    private static final int[] NONE = {};

    /** What a run of a text stands for: its words, and whether it is an ending where it stands behind one and a space. */
    private record Run(int[] words, boolean ending) {}

    /** By hashes of the runs as typed; open addressing. */
    private long[] hashes = new long[FIRST];

    private Run[] runs = new Run[FIRST];
    private int size;
    private final Map<Long, Integer> numbers = new HashMap<>();

    /** The words of {@code text} in its order, new ones numbered. */
    synchronized int[] add(String text) {
        int[] words = new int[16];
        int count = 0;
        int endOfWord = -1;
        for (int start = 0, end; start < text.length(); start = end) {
            boolean mongolian = Letters.isWordPart(text.charAt(start));
            long hash = 0xCBF29CE484222325L;
            for (end = start; end < text.length() && belongs(text.charAt(end), mongolian); end++) {
                hash = (hash ^ text.charAt(end)) * 0x100000001B3L;
            }
            if (end == start) {
                end++;
                continue;
            }
            Run run = run(text, start, end, hash ^ hash >>> 32);
            boolean suffix = run.ending && endOfWord == start - 1 && start > 0 && text.charAt(endOfWord) == ' ';
            for (int word : suffix ? NONE : run.words) {
                words = count == words.length ? Arrays.copyOf(words, count * 2) : words;
                words[count++] = word;
            }
            endOfWord = Letters.isLetter(text.charAt(end - 1)) ? end : -1;
        }
        return Arrays.copyOf(words, count);
    }

    private static boolean belongs(char c, boolean mongolian) {
        return mongolian ? Letters.isWordPart(c) : !Character.isWhitespace(c) && !Letters.isWordPart(c);
    }

    private Run run(String text, int start, int end, long hash) {
        int mask = runs.length - 1;
        int at = (int) hash & mask;
        while (runs[at] != null) {
            if (hashes[at] == hash) {
                return runs[at];
            }
            at = at + 1 & mask;
        }
        String typed = text.substring(start, end);
        Run run = new Run(
                Analyzers.tokens(typed, WORDS).stream()
                        .mapToInt(token -> numbers.computeIfAbsent(Hash.of(token.term()), first -> numbers.size()))
                        .toArray(),
                Analyzers.tokens(SOME_WORD + typed, WORDS).size() == 1);
        hashes[at] = hash;
        runs[at] = run;
        if (++size > runs.length / 2) {
            grow();
        }
        return run;
    }

    private void grow() {
        long[] oldHashes = hashes;
        Run[] old = runs;
        hashes = new long[old.length * 2];
        runs = new Run[old.length * 2];
        for (int i = 0; i < old.length; i++) {
            if (old[i] != null) {
                int at = (int) oldHashes[i] & runs.length - 1;
                while (runs[at] != null) {
                    at = at + 1 & runs.length - 1;
                }
                hashes[at] = oldHashes[i];
                runs[at] = old[i];
            }
        }
    }

    /** The numbers of {@code tokens}; {@link Alphabet#UNKNOWN} for words of no text that was added. */
    synchronized int[] find(List<Token> tokens) {
        return tokens.stream()
                .mapToInt(token -> numbers.getOrDefault(Hash.of(token.term()), Alphabet.UNKNOWN))
                .toArray();
    }

    /** Bytes held, roughly. */
    synchronized long bytes() {
        return 16L * hashes.length + 56L * size + 64L * numbers.size();
    }
}
