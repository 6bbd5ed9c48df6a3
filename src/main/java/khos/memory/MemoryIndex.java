package khos.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import khos.language.Language;

/**
 * The units of one language pair in memory, sorted by the length of what they are compared by.
 *
 * <p>A look-up takes the units whose length alone does not rule them out, then those whose characters do not, and
 * measures the rest: nothing above the threshold is missed. Immutable; {@link #with} makes a new one.
 */
final class MemoryIndex {
    static final MemoryIndex EMPTY = new MemoryIndex(List.of());

    /** A unit read in one direction; {@code bag} has a bit for each class of characters that occurs. */
    record Entry(TranslationUnit unit, long seq, int[] key, long bag) {
        static Entry of(TranslationUnit unit, long seq) {
            Language language = unit.pair().source();
            int[] key = MatchKey.of(unit.source(), language);
            return new Entry(unit, seq, key, classes(key));
        }
    }

    private final Entry[] byLength;
    private final Map<String, Entry> byOrigin;

    private MemoryIndex(List<Entry> entries) {
        this.byLength = entries.toArray(Entry[]::new);
        Arrays.sort(byLength, Comparator.comparingInt(entry -> entry.key().length));
        this.byOrigin = new HashMap<>();
        for (Entry entry : entries) {
            byOrigin.put(entry.unit().origin(), entry);
        }
    }

    /** This index with {@code entries}, each in the place of an earlier one of its origin. */
    MemoryIndex with(List<Entry> entries) {
        Map<String, Entry> merged = new HashMap<>(byOrigin);
        entries.forEach(entry -> merged.put(entry.unit().origin(), entry));
        return new MemoryIndex(new ArrayList<>(merged.values()));
    }

    /** The matches of {@code sentence}, best first, then latest first. */
    List<Match> lookup(String sentence, Language language, int threshold, int limit) {
        int[] key = MatchKey.of(sentence, language);
        long bag = classes(key);
        var distance = new EditDistance(key);
        List<Scored> scored = new ArrayList<>();
        int least = (key.length * threshold + 99) / 100;
        int most = key.length * 100 / threshold;
        for (int i = firstOfLength(least); i < byLength.length && byLength[i].key().length <= most; i++) {
            Entry entry = byLength[i];
            int longer = Math.max(key.length, entry.key().length);
            int allowed = longer * (100 - threshold) / 100;
            // A character class that one side lacks altogether costs at least one edit.
            int lacking = Math.max(Long.bitCount(bag & ~entry.bag()), Long.bitCount(entry.bag() & ~bag));
            if (lacking > allowed) {
                continue;
            }
            int edits = distance.to(entry.key(), allowed);
            if (edits <= allowed) {
                scored.add(new Scored(entry, similarity(sentence, entry, edits, longer)));
            }
        }
        scored.sort(Comparator.comparingInt(Scored::similarity)
                .thenComparingLong(match -> match.entry().seq())
                .reversed());
        Set<List<String>> seen = new HashSet<>();
        return scored.stream()
                .filter(match -> seen.add(List.of(
                        match.entry().unit().source(), match.entry().unit().target())))
                .limit(limit)
                .map(match -> new Match(
                        match.entry().unit(),
                        match.similarity(),
                        match.similarity() == 100 ? Match.Type.EXACT : Match.Type.FUZZY))
                .toList();
    }

    private record Scored(Entry entry, int similarity) {}

    private static int similarity(String sentence, Entry entry, int edits, int longer) {
        if (edits == 0) {
            return sentence.equals(entry.unit().source()) ? 100 : 99;
        }
        return 100 * (longer - edits) / longer;
    }

    private int firstOfLength(int length) {
        int low = 0;
        int high = byLength.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (byLength[middle].key().length < length) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static long classes(int[] key) {
        long bag = 0;
        for (int c : key) {
            bag |= 1L << ((c * 0x9E3779B9) >>> 26);
        }
        return bag;
    }
}
