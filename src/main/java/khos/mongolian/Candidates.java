package khos.mongolian;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khos.mongolian.Letter.Gender;
import khos.mongolian.Skeleton.Level;

/**
 * What can be meant by letters typed in Latin, likeliest first.
 *
 * <p>A word that sounds as typed counts for more than one that is only said so today, and that for more than a guess; among
 * their like, words seen more often come first. {@code hota} and {@code hot} both give {@code ᠬᠣᠲᠠ}.
 */
final class Candidates {
    // What a sighting of a word counts for. Chosen on 110,127 words of TM-Bench, typed letter for letter, of which 95.3
    // % come
    // first and all among the first five; and on 101 lesson words typed by their Cyrillic spelling, all among the first
    // five.
    private static final double SOUNDS_SO = 40;
    private static final double SAID_SO = 1;
    /** But for the length of its vowels. */
    private static final double SAID_NEARLY_SO = 0.02;

    private static final double JOINED = 0.02;
    private static final double IRREGULARLY_SO = 100_000;
    /** What the letters as typed count for, when no word has them. */
    private static final double AS_TYPED = 5;
    /** For each rounded vowel that was typed otherwise: {@code u} for o. */
    private static final double OTHER_VOWEL = 0.5;

    private static final double OTHER_GAP = 0.0001;
    private static final int LONGEST_SUFFIX = 6;
    private static final int SHORTEST_STEM = 3;
    private static final int SHORTEST_SAID = 2;

    /** @param weight how often it was seen */
    private record Entry(String text, String sound, int weight, boolean listed) {
        String look() {
            return Skeleton.of(text, Level.K1);
        }
    }

    private record Scored(Entry entry, double score) {
        /** Of two spellings of one look: the one of a word list, unless the other is much closer to what was typed. */
        static Scored better(Scored one, Scored other) {
            return other.score * (other.entry.listed ? 3 : 1) > one.score * (one.entry.listed ? 3 : 1) ? other : one;
        }
    }

    private static final Entry[] ENTRIES = entries();
    private static final Index SPOKEN = Index.of(ENTRIES);
    /** Suffixes by the sound they are typed with, as they are written or said. */
    private static final Map<String, List<String>> SUFFIXES = suffixes();
    /** Suffixes that a space parts from their word. */
    private static final Set<String> PARTICLES =
            rows("suffixes.tsv", 2, "space").map(row -> row[0]).collect(Collectors.toUnmodifiableSet());
    /** Words that no rule leads to, by the sound they are typed with. */
    private static final Map<String, String> IRREGULAR =
            rows("typed.tsv", 2, "word").collect(Collectors.toUnmodifiableMap(row -> sound(row[0]), row -> row[1]));

    private final String latin;
    private final Connector connector;
    private final List<String> sounds;
    private final Map<String, Scored> found = new HashMap<>();

    private Candidates(String latin, Connector connector) {
        this.latin = latin;
        this.connector = connector;
        this.sounds = Sounds.ofLatin(latin);
    }

    /** At most {@code size} of them, one for each look. */
    static List<String> of(String latin, int size, Connector connector) {
        var candidates = new Candidates(latin, connector);
        return latin.startsWith("-") ? candidates.suffixesTyped(size) : candidates.words(size);
    }

    private List<String> words(int size) {
        String plain = Sounds.letters(latin);
        if (plain.isEmpty() || sounds.isEmpty()) {
            return List.of();
        }
        List<Entry> longer = new ArrayList<>();
        for (String sound : sounds) {
            for (int i = first(sound); i < ENTRIES.length && ENTRIES[i].sound.startsWith(sound); i++) {
                Entry entry = ENTRIES[i];
                if (entry.sound.length() == sound.length()) {
                    add(found, entry, entry.weight * SOUNDS_SO * closeness(entry));
                } else {
                    longer.add(entry);
                }
            }
        }
        boolean known = !found.isEmpty();
        if (!isGapTyped()) {
            addSpoken();
        }
        if (!known) {
            addJoined();
        }
        addTyped(plain);
        Map<String, String> candidates = new LinkedHashMap<>();
        ranked(found).limit(size).forEach(scored -> candidates.put(scored.entry.look(), scored.entry.text));
        longer.sort(Comparator.comparingInt(Entry::weight).reversed());
        for (int i = 0; i < longer.size() && candidates.size() < size; i++) {
            candidates.putIfAbsent(longer.get(i).look(), longer.get(i).text);
        }
        return List.copyOf(candidates.values());
    }

    private static void add(Map<String, Scored> map, Entry entry, double score) {
        map.merge(entry.look(), new Scored(entry, score), Scored::better);
    }

    private static Stream<Scored> ranked(Map<String, Scored> map) {
        return map.values().stream()
                .sorted(Comparator.comparingDouble(Scored::score)
                        .reversed()
                        .thenComparing(scored -> scored.entry.text));
    }

    private double closeness(Entry entry) {
        double closeness = Math.pow(OTHER_VOWEL, Sounds.otherVowels(latin, entry.text));
        boolean gap = entry.text.indexOf(Letters.VOWEL_SEPARATOR) >= 0;
        return isGapTyped() && !gap ? closeness * OTHER_GAP : closeness;
    }

    /** Who types the gap types what is written. */
    private boolean isGapTyped() {
        return latin.indexOf('_') >= 0;
    }

    private void addSpoken() {
        String sound = sounds.getFirst();
        if (sound.length() < SHORTEST_SAID || Spoken.isOpen(sound)) {
            return;
        }
        String irregular = IRREGULAR.get(sound);
        if (irregular != null) {
            add(found, new Entry(irregular, sound, 1, true), IRREGULARLY_SO);
        }
        for (int i : SPOKEN.find(Spoken.key(sound))) {
            double likeness = likeness(sound, ENTRIES[i].sound);
            double vowel = Sounds.otherFirstVowel(latin, ENTRIES[i].text) ? OTHER_VOWEL : 1;
            add(found, ENTRIES[i], ENTRIES[i].weight * likeness * vowel);
        }
    }

    private static double likeness(String typed, String written) {
        String said = Spoken.nasal(Spoken.longKey(typed));
        int place = 1;
        for (String reading : Spoken.of(written)) {
            if (Spoken.nasal(Spoken.longKey(reading)).equals(said)) {
                return SAID_SO / place;
            }
            place++;
        }
        return SAID_NEARLY_SO;
    }

    /** A word and its suffix typed as one: {@code ulusun} gives {@code ᠤᠯᠤᠰ}, the connector and {@code ᠤᠨ}. */
    private void addJoined() {
        for (int i = Math.max(SHORTEST_STEM, latin.length() - LONGEST_SUFFIX); i < latin.length(); i++) {
            List<String> suffixes = Sounds.ofLatin(latin.substring(i)).stream()
                    .flatMap(sound -> SUFFIXES.getOrDefault(sound, List.of()).stream())
                    .toList();
            if (suffixes.isEmpty()) {
                continue;
            }
            var stems = new Candidates(latin.substring(0, i), connector);
            for (String sound : stems.sounds) {
                for (int at = first(sound); at < ENTRIES.length && ENTRIES[at].sound.equals(sound); at++) {
                    add(stems.found, ENTRIES[at], ENTRIES[at].weight * stems.closeness(ENTRIES[at]));
                }
            }
            if (stems.found.isEmpty()) {
                stems.addSpoken();
            }
            ranked(stems.found).limit(1).forEach(stem -> {
                String suffix = fitting(suffixes, stem.entry.text);
                String text = stem.entry.text + joint(suffix) + suffix;
                add(found, new Entry(text, "", 1, false), stem.score * JOINED);
            });
        }
    }

    private void addTyped(String plain) {
        add(found, new Entry(plain, "", 1, false), AS_TYPED);
        String parted = Sounds.parted(plain);
        if (!parted.equals(plain)) {
            add(found, new Entry(parted, "", 1, false), AS_TYPED / 2);
        }
    }

    private List<String> suffixesTyped(int size) {
        String typed = latin.substring(1);
        Map<String, String> chosen = new LinkedHashMap<>();
        for (String sound : Sounds.ofLatin(typed)) {
            SUFFIXES.getOrDefault(sound, List.of()).forEach(suffix -> chosen.putIfAbsent(suffix, suffix));
        }
        String plain = Sounds.letters(typed);
        if (!plain.isEmpty()) {
            chosen.putIfAbsent(plain, plain);
        }
        for (String sound : Sounds.ofLatin(typed)) {
            SUFFIXES.forEach((other, suffixes) -> {
                if (other.startsWith(sound)) {
                    suffixes.forEach(suffix -> chosen.putIfAbsent(suffix, suffix));
                }
            });
        }
        return chosen.values().stream()
                .limit(size)
                .map(suffix -> joint(suffix) + suffix)
                .toList();
    }

    private String joint(String suffix) {
        return PARTICLES.contains(suffix) ? " " : String.valueOf(connector.sign());
    }

    /** The suffix of several that goes with the vowels and the end of {@code stem}. */
    private static String fitting(List<String> suffixes, String stem) {
        Gender gender = Sounds.gender(stem) == Gender.FEMININE ? Gender.FEMININE : Gender.MASCULINE;
        return suffixes.stream()
                .filter(suffix -> Sounds.gender(suffix) == gender || Sounds.gender(suffix) == Gender.NEUTRAL)
                .max(Comparator.comparing(suffix -> joins(stem, suffix)))
                .orElse(suffixes.getFirst());
    }

    /** Whether {@code suffix} stands behind the last letter of {@code stem}: {@code ᠶᠢᠨ} behind vowels, {@code ᠤᠨ} behind consonants. */
    private static boolean joins(String stem, String suffix) {
        int last = stem.length() - 1;
        while (last > 0 && !Letter.is(stem.charAt(last))) {
            last--;
        }
        boolean vowel =
                Letter.is(stem.charAt(last)) && Letter.of(stem.charAt(last)).isVowel();
        return switch (Letter.of(suffix.charAt(0))) {
            case Y, B -> vowel;
            case I, U, UE -> !vowel;
            default -> true;
        };
    }

    /** The place of the first word whose sound is not before {@code sound}. */
    private static int first(String sound) {
        int low = 0;
        int high = ENTRIES.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ENTRIES[middle].sound.compareTo(sound) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static Entry[] entries() {
        Map<String, Entry> entries = new HashMap<>();
        for (Word word : WordList.words()) {
            entries.put(word.text(), new Entry(word.text(), Sounds.of(word.text()), word.count(), word.listed()));
        }
        for (String[] row : Table.read("seen.tsv")) {
            var seen = new Entry(row[0], Sounds.of(row[0]), Integer.parseInt(row[1]), false);
            entries.merge(
                    row[0],
                    seen,
                    (one, other) ->
                            new Entry(one.text, one.sound, one.weight + other.weight, one.listed || other.listed));
        }
        return entries.values().stream()
                .sorted(Comparator.comparing(Entry::sound).thenComparing(Entry::text))
                .toArray(Entry[]::new);
    }

    private static Map<String, List<String>> suffixes() {
        Map<String, List<String>> suffixes = new LinkedHashMap<>();
        for (String[] row : Table.read("suffixes.tsv")) {
            if (!row[1].equals("seen")) {
                suffixes.computeIfAbsent(Sounds.of(row[0]), sound -> new ArrayList<>())
                        .add(row[0]);
            }
        }
        rows("typed.tsv", 2, "suffix").forEach(row -> {
            List<String> known = suffixes.computeIfAbsent(sound(row[0]), sound -> new ArrayList<>());
            if (!known.contains(row[1])) {
                known.add(row[1]);
            }
        });
        return suffixes;
    }

    private static Stream<String[]> rows(String file, int column, String value) {
        return Table.read(file).stream().filter(row -> row[column].equals(value));
    }

    private static String sound(String latin) {
        return Sounds.ofLatin(latin).getFirst();
    }

    /** Words by the key of how they are said, in two arrays of one order. */
    private record Index(String[] keys, int[] words) {
        private record Pair(String key, int word) {}

        static Index of(Entry[] entries) {
            List<Pair> pairs = new ArrayList<>();
            for (int i = 0; i < entries.length; i++) {
                int word = i;
                Spoken.of(entries[i].sound).stream()
                        .flatMap(said -> Stream.of(Spoken.key(said), Spoken.key(Spoken.nasal(said))))
                        .distinct()
                        .forEach(key -> pairs.add(new Pair(key, word)));
            }
            pairs.sort(Comparator.comparing(Pair::key));
            return new Index(
                    pairs.stream().map(Pair::key).toArray(String[]::new),
                    pairs.stream().mapToInt(Pair::word).toArray());
        }

        int[] find(String key) {
            int start = Arrays.binarySearch(keys, key);
            if (start < 0) {
                return new int[0];
            }
            int end = start;
            while (start > 0 && keys[start - 1].equals(key)) {
                start--;
            }
            while (end < keys.length && keys[end].equals(key)) {
                end++;
            }
            return Arrays.copyOfRange(words, start, end);
        }
    }
}
