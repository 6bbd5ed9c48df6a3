package khos.mongolian;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khos.mongolian.Skeleton.Level;

/** The 25,755 attested words that come with Khos, by their look and by how they are typed in Latin. */
public final class WordList {
    private static final Comparator<Word> BEST_FIRST =
            Comparator.comparing(Word::listed).thenComparingInt(Word::count).reversed();

    private static final int[] NONE = {};
    private static final Word[] WORDS = read();
    /** Of each word, in the order of {@link #WORDS}, how it sounds. */
    private static final String[] SOUNDS = sounds();
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

    /**
     * What can be meant by {@code latin}, best first: words that sound so, most frequent first, one for each look; the letters
     * as typed; words that begin so. {@code mongol} gives {@code ᠮᠣᠩᠭᠣᠯ}, {@code -yin} the suffix {@code ᠶᠢᠨ} behind its connector.
     * Never empty when there are letters.
     *
     * @param size at most so many
     */
    public static List<String> candidates(String latin, int size, Connector connector) {
        if (latin.startsWith("-")) {
            return suffixes(latin.substring(1), size, connector);
        }
        String plain = Sounds.letters(latin);
        if (plain.isEmpty()) {
            return List.of();
        }
        Map<String, Word> exact = new HashMap<>();
        Map<String, Word> longer = new HashMap<>();
        for (String sound : Sounds.ofLatin(latin)) {
            for (int i = first(sound); i < SOUNDS.length && SOUNDS[i].startsWith(sound); i++) {
                Map<String, Word> found = SOUNDS[i].length() == sound.length() ? exact : longer;
                String look = Skeleton.of(WORDS[i].text(), Level.K1);
                found.merge(look, WORDS[i], (one, other) -> other.isBetterThan(one) ? other : one);
            }
        }
        Map<String, String> candidates = new LinkedHashMap<>();
        add(candidates, exact, size);
        candidates.putIfAbsent(Skeleton.of(plain, Level.K1), plain);
        add(candidates, longer, size);
        return candidates.values().stream().limit(size).toList();
    }

    private static void add(Map<String, String> candidates, Map<String, Word> found, int size) {
        found.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(BEST_FIRST))
                .limit(size)
                .forEach(entry ->
                        candidates.putIfAbsent(entry.getKey(), entry.getValue().text()));
    }

    private static List<String> suffixes(String latin, int size, Connector connector) {
        Map<String, String> exact = new LinkedHashMap<>();
        Map<String, String> longer = new LinkedHashMap<>();
        List<String> sounds = Sounds.ofLatin(latin);
        for (Suffixes.Suffix suffix : Suffixes.all()) {
            String sound = Sounds.of(suffix.text());
            String look = Skeleton.of(suffix.text(), Level.K1);
            if (sounds.contains(sound)) {
                exact.putIfAbsent(look, suffix.text());
            } else if (sounds.stream().anyMatch(sound::startsWith)) {
                longer.putIfAbsent(look, suffix.text());
            }
        }
        String plain = Sounds.letters(latin);
        if (!plain.isEmpty()) {
            exact.putIfAbsent(Skeleton.of(plain, Level.K1), plain);
        }
        longer.forEach(exact::putIfAbsent);
        return exact.values().stream()
                .limit(size)
                .map(suffix -> connector.sign() + suffix)
                .toList();
    }

    /** The place of the first word whose sound is not before {@code sound}. */
    private static int first(String sound) {
        int low = 0;
        int high = SOUNDS.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (SOUNDS[middle].compareTo(sound) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static Word[] read() {
        return Table.read("words.tsv").stream()
                .map(row -> new Word(row[0], Integer.parseInt(row[1]), row[2].equals("+")))
                .sorted(Comparator.comparing(word -> Sounds.of(word.text())))
                .toArray(Word[]::new);
    }

    private static String[] sounds() {
        return Arrays.stream(WORDS).map(word -> Sounds.of(word.text())).toArray(String[]::new);
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
