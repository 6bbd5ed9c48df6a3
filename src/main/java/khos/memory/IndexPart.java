package khos.memory;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Units that are searched together, in order of the length of their keys; immutable.
 *
 * <p>What a search leaves out cannot be a match. Let d edits turn a query of length m into a key of length n.
 *
 * <ul>
 *   <li>Each edit spoils two neighbouring pairs of symbols at most, so max(m, n) − 1 − 2d pairs are in both (E. Ukkonen,
 *       "Approximate string-matching with q-grams and maximal matches", Theoretical Computer Science 92, 1992).
 *   <li>A pair that is left has moved by the insertions before it at most, and d edits that make m into n have no more than
 *       (d + n − m) / 2 of them; back likewise by (d − n + m) / 2 deletions.
 * </ul>
 *
 * So units are counted that have enough of the query's pairs near enough, by half of the pairs where that tells enough
 * ({@link Apart}), and the distance is measured to those.
 */
final class IndexPart {
    /** What it costs to look the same in Mongolian and be spelled otherwise. */
    static final int OTHERWISE_SPELLED = 2;

    private static final int ALIKE = 100 - OTHERWISE_SPELLED;
    /** Fewer are compared one by one. */
    private static final int SMALL = 512;
    /** Lengths from the n-th to the n-th and a twentieth are looked at together. */
    private static final int BAND = 20;
    /** From here on counts would not fit. */
    private static final int LONGEST_COUNTED = 30_000;
    /** Of 64 units so many are measured rather than counted once more by all pairs. */
    private static final int FEW = 1;

    private final KeyStore keys;
    /** The words of each unit behind their number, where words are held. */
    private final KeyStore words;

    private final Units units;
    private final @Nullable Postings postings;
    /** The lengths that occur, and where units of each begin; one more at the end. */
    private final int[] lengths;

    private final int[] starts;
    /** The first lengths of those that are searched together; one more at the end. */
    private final int[] bands;

    private final @Nullable Grams grams;
    /** The units in order of the high half of their look. */
    private final int[] byLook;

    private IndexPart(Units sorted, KeyStore keys, KeyStore words) {
        this.units = sorted;
        this.keys = keys;
        this.words = words;
        postings = sorted.hasWords() ? new Postings(sorted, words) : null;
        int[] first = new int[sorted.size() + 1];
        int[] distinct = new int[sorted.size()];
        int count = 0;
        for (int i = 0; i < sorted.size(); i++) {
            if (count == 0 || distinct[count - 1] != sorted.length(i)) {
                first[count] = i;
                distinct[count++] = sorted.length(i);
            }
        }
        first[count] = sorted.size();
        lengths = Arrays.copyOf(distinct, count);
        starts = Arrays.copyOf(first, count + 1);
        bands = bands(lengths);
        grams = sorted.size() < SMALL ? null : new Grams(sorted, keys);
        byLook = byLook(sorted);
    }

    private static int[] bands(int[] lengths) {
        int[] bands = new int[lengths.length + 1];
        int count = 0;
        for (int i = 0; i < lengths.length; i++) {
            if (count == 0 || !belong(lengths[bands[count - 1]], lengths[i])) {
                bands[count++] = i;
            }
        }
        bands[count] = lengths.length;
        return Arrays.copyOf(bands, count + 1);
    }

    private static int[] byLook(Units units) {
        long[] order = new long[units.size()];
        int size = 0;
        for (int i = 0; i < units.size(); i++) {
            if (units.look(i) != 0) {
                order[size++] = units.look(i) >> 32 << 32 | i;
            }
        }
        Arrays.sort(order, 0, size);
        int[] sorted = new int[size];
        for (int i = 0; i < size; i++) {
            sorted[i] = (int) order[i];
        }
        return sorted;
    }

    static IndexPart of(Units units, KeyStore keys, KeyStore words) {
        return new IndexPart(units.byLength(), keys, words);
    }

    /** One of all the units of {@code parts} that are not {@code gone}. */
    static IndexPart merged(List<IndexPart> parts, LongPredicate gone) {
        var all = new Units();
        parts.forEach(part -> all.addAll(part.units, gone));
        return of(all, parts.getFirst().keys, parts.getFirst().words);
    }

    int size() {
        return units.size();
    }

    /** Bytes held, those of keys not counted. */
    long bytes() {
        return units.bytes()
                + 4L * byLook.length
                + (grams == null ? 0 : grams.bytes())
                + (postings == null ? 0 : postings.bytes());
    }

    /** Offers to {@code newest} every unit that has the row among its words, or in its key where no words are held. */
    void search(Phrase phrase, Newest newest) {
        if (postings == null) {
            phrase.searchKeys(units, keys, grams, newest);
        } else {
            phrase.searchWords(units, words, postings, newest);
        }
    }

    /**
     * What is looked for, and the best that was found so far.
     *
     * @param penalty points of similarity that everything costs that is found by it; what is found can be no better than 100
     *     without it
     */
    record Search(Query query, Best best, int penalty) {
        /** The least similarity that is wanted, before the penalty; may be more than 100. */
        int threshold() {
            return best.threshold() + penalty;
        }

        void offer(Units units, int unit, int similarity) {
            int left = penalty == 0 ? similarity : Math.max(1, Math.min(100, similarity) - penalty);
            best.offer(units.seq(unit), units.pair(unit), units.provenance(unit).of(left));
        }

        boolean wants(int length) {
            return threshold() <= 100
                    && length >= (query.length() * threshold() + 99) / 100
                    && length <= query.length() * 100 / threshold();
        }
    }

    /**
     * Offers to each of {@code searches} every unit that is good enough for it, those nearest in length to most of them first.
     * What is read for one lies in the cache for the next: many of like length take half as long as each for itself.
     */
    void search(List<Search> searches, Scratch scratch) {
        searches.forEach(this::searchLook);
        int middle = searches.get(searches.size() / 2).query().length();
        int longer = band(middle);
        int shorter = longer - 1;
        while (longer < bands.length - 1 || shorter >= 0) {
            boolean nearer = longer < bands.length - 1
                    && (shorter < 0 || lengths[bands[longer]] - middle <= middle - lengths[bands[shorter + 1] - 1]);
            int band = nearer ? longer++ : shorter--;
            searches.forEach(search -> search(search, band, scratch));
        }
    }

    /** As {@link #search}, but only units with keys about as long as the first query's or longer, and those that look the same. */
    void searchLonger(List<Search> searches, Scratch scratch) {
        searches.forEach(this::searchLook);
        for (int i = band(searches.getFirst().query().length()); i < bands.length - 1; i++) {
            int band = i;
            searches.forEach(search -> search(search, band, scratch));
        }
    }

    /** As {@link #search}, but only the others. */
    void searchShorter(List<Search> searches, Scratch scratch) {
        for (int i = band(searches.getFirst().query().length()) - 1; i >= 0; i--) {
            int band = i;
            searches.forEach(search -> search(search, band, scratch));
        }
    }

    /** The first band that has a length of {@code length} or more. */
    private int band(int length) {
        int band = 0;
        while (band < bands.length - 1 && lengths[bands[band + 1] - 1] < length) {
            band++;
        }
        return band;
    }

    private void search(Search search, int band, Scratch scratch) {
        int first = bands[band];
        int end = bands[band + 1];
        while (first < end && !search.wants(lengths[first])) {
            first++;
        }
        while (first < end && !search.wants(lengths[end - 1])) {
            end--;
        }
        if (first < end) {
            new Band(search, scratch, first, end).search();
        }
    }

    private void searchLook(Search search) {
        Query query = search.query();
        if (query.look() == 0 || search.threshold() > ALIKE) {
            return;
        }
        int low = 0;
        int high = byLook.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (units.look(byLook[middle]) >> 32 < query.look() >> 32) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (; low < byLook.length && units.look(byLook[low]) >> 32 == query.look() >> 32; low++) {
            int unit = byLook[low];
            if (units.look(unit) == query.look()) {
                search.offer(units, unit, ALIKE);
            }
        }
    }

    /** Whether keys of these lengths are searched together. */
    private static boolean belong(int first, int other) {
        return Math.abs(other - first) <= first / BAND && Grams.zoneBits(first) == Grams.zoneBits(other);
    }

    /** The units of some neighbouring lengths, whose keys have zones of one size, against a query. */
    private final class Band {
        private final Search search;
        private final Query query;
        private final Scratch scratch;
        private final int firstLength;
        private final int endLength;
        private final int from;
        private final int to;
        /** Pairs of the query that a match has at least. */
        private int least = Integer.MAX_VALUE;
        /** The most edits that make a match. */
        private int edits;

        private final Pairs.Reach reach;

        Band(Search search, Scratch scratch, int firstLength, int endLength) {
            this.search = search;
            query = search.query();
            this.scratch = scratch;
            this.firstLength = firstLength;
            this.endLength = endLength;
            from = starts[firstLength];
            to = starts[endLength];
            int back = 0;
            int forth = 0;
            for (int i = firstLength; i < endLength; i++) {
                int longer = Math.max(query.length(), lengths[i]);
                int allowed = allowed(longer);
                int grown = lengths[i] - query.length();
                edits = Math.max(edits, allowed);
                least = Math.min(least, longer - 1 - 2 * allowed);
                forth = Math.max(forth, (allowed + grown) / 2);
                back = Math.max(back, (allowed - grown) / 2);
            }
            reach = new Pairs.Reach(back, forth, lengths[endLength - 1], Grams.zoneBits(lengths[firstLength]));
        }

        private int allowed(int longer) {
            return longer * (100 - Math.min(100, search.threshold())) / 100;
        }

        void search() {
            if (grams == null || least < 1 || to - from < SMALL || query.length() > LONGEST_COUNTED) {
                for (int unit = from; unit < to; unit++) {
                    verify(unit);
                }
                return;
            }
            int next = from;
            var apart = Apart.of(grams, query.key(), reach);
            int leastApart = apart.count() - edits;
            if (apart.frequent() >= least && apart.areTelling(leastApart)) {
                next = new Pairs(grams, query.key(), apart.of(query.places()), reach)
                        .each(leastApart, from, to, FEW, scratch, this::verify);
            }
            if (next < to) {
                new Pairs(grams, query.key(), query.places(), reach)
                        .each(least, next, to, Long.SIZE, scratch, this::verify);
            }
        }

        private int length(int unit) {
            int i = firstLength;
            while (starts[i + 1] <= unit) {
                i++;
            }
            return lengths[i];
        }

        /** Keys lie scattered: they are asked for one right after the other, so that the processor waits for all at once. */
        private void verify(int[] found, int count) {
            int begun = 0;
            for (int i = 0; i < count; i++) {
                begun += keys.first(units.address(found[i]));
            }
            scratch.begun(begun);
            for (int i = 0; i < count; i++) {
                verify(found[i]);
            }
        }

        private void verify(int unit) {
            int length = length(unit);
            int longer = Math.max(length, query.length());
            int allowed = allowed(longer);
            if (longer - Math.min(length, query.length()) > allowed) {
                return;
            }
            int distance = query.distance().to(keys.at(units.address(unit)), length, allowed);
            if (distance <= allowed) {
                int similarity = distance > 0 ? 100 * (longer - distance) / longer : same(unit);
                search.offer(units, unit, similarity);
            }
        }

        /** A unit of the same key: 99, of the same text 100, and one more for each neighbour that is the same. */
        private int same(int unit) {
            if (units.text(unit) != query.text()) {
                return 99;
            }
            long mine = query.context();
            long its = units.context(unit);
            boolean before = mine >>> 32 != 0 && mine >>> 32 == its >>> 32;
            boolean after = (int) mine != 0 && (int) mine == (int) its;
            return 100 + (before ? 1 : 0) + (after ? 1 : 0);
        }
    }
}
