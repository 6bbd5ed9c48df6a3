package khos.mongolian;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import khos.mongolian.Skeleton.Level;

/** The 25,755 words of word lists that come with Khos, by their look; with those of running text, by how they are typed in Latin. */
public final class WordList {
    private static final Comparator<Word> BEST_FIRST =
            Comparator.comparing(Word::listed).thenComparingInt(Word::count).reversed();

    private static final int[] NONE = {};
    private static final Word[] WORDS = read();
    /** Numbers of words by look; those of one look follow each other, the best first. */
    private static final Map<String, int[]> BY_LOOK = byLook();

    private WordList() {}

    /** All of them. */
    public static List<Word> words() {
        return List.of(WORDS);
    }

    /** {@code spelling} if it is attested; the connector of either kind, no idle selectors. */
    public static Optional<Word> find(String spelling) {
        return alike(spelling).stream()
                .filter(word -> word.text().equals(spelling))
                .findFirst();
    }

    /**
     * The attested words that look like {@code word}, best spelling first: {@code ᠬᠤᠳᠠ} gives {@code ᠬᠣᠲᠠ}. Selectors do not
     * count.
     */
    public static List<Word> alike(CharSequence word) {
        int[] numbers = BY_LOOK.getOrDefault(Skeleton.of(word, Level.K1), NONE);
        return Arrays.stream(numbers).mapToObj(number -> WORDS[number]).toList();
    }

    /** Whether somebody spells so: whether word lists or running text have these letters, selectors apart. */
    public static boolean isAttested(CharSequence spelling) {
        String letters = Skeleton.of(spelling, Level.K0);
        return Seen.LETTERS.contains(letters)
                || alike(spelling).stream()
                        .anyMatch(word -> Skeleton.of(word.text(), Level.K0).equals(letters));
    }

    /** What running text has beyond the lists; read when it is first asked for. */
    private static final class Seen {
        static final Set<String> LETTERS = Table.read("seen.tsv").stream()
                .map(row -> Skeleton.of(row[0], Level.K0))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What can be meant by {@code latin}, best first and one for each look: words that sound so or are said so today, the more
     * frequent first; a word with its suffix; the letters as typed; words that begin so. {@code mongol} gives {@code ᠮᠣᠩᠭᠣᠯ},
     * {@code uul} gives {@code ᠠᠭᠤᠯᠠ}, {@code nar_a} gives {@code ᠨᠠᠷ᠎ᠠ}, {@code -yin} the suffix {@code ᠶᠢᠨ} behind its connector. Never
     * empty when there are letters.
     *
     * @param size at most so many
     */
    public static List<String> candidates(String latin, int size, Connector connector) {
        return Candidates.of(latin, size, connector);
    }

    private static Word[] read() {
        return Table.read("words.tsv").stream()
                .map(row -> new Word(row[0], Integer.parseInt(row[1]), row[2].equals("+")))
                .toArray(Word[]::new);
    }

    private static Map<String, int[]> byLook() {
        Map<String, List<Integer>> numbers = new HashMap<>();
        for (int i = 0; i < WORDS.length; i++) {
            numbers.computeIfAbsent(Skeleton.of(WORDS[i].text(), Level.K1), look -> new ArrayList<>(1))
                    .add(i);
        }
        Map<String, int[]> sorted = HashMap.newHashMap(numbers.size());
        numbers.forEach((look, list) -> sorted.put(
                look,
                list.stream()
                        .sorted(Comparator.comparing(i -> WORDS[i], BEST_FIRST))
                        .mapToInt(Integer::intValue)
                        .toArray()));
        return sorted;
    }
}
