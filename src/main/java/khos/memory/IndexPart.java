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
 * So units are counted that have enough of the query's pairs near enough, and the distance is measured to those.
 */
final class IndexPart {
    /** The similarity of what looks the same in Mongolian and is spelled otherwise. */
    private static final int ALIKE = 98;
    /** Fewer are compared one by one. */
    private static final int SMALL = 512;
    /** Lengths from the n-th to the n-th and a twentieth are looked at together. */
    private static final int BAND = 20;
    /** Words of bitmaps worked on at a time, so that they stay in the cache. */
    private static final int BLOCK = 512;
    /** From here on counts would not fit. */
    private static final int LONGEST_COUNTED = 30_000;

    private final KeyStore keys;
    /** The words of each unit behind their number, where words are held. */
    private final KeyStore words;

    private final Units units;
    private final @Nullable Postings postings;
    /** The lengths that occur, and where units of each begin; one more at the end. */
    private final int[] lengths;

    private final int[] starts;
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
        grams = sorted.size() < SMALL ? null : new Grams(sorted, keys);
        byLook = byLook(sorted);
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

    /** Offers to {@code best} every unit that is good enough for it, those nearest in length first. */
    void search(Query query, Best best, Scratch scratch) {
        searchLook(query, best);
        var longer = new Walk(query, best, scratch, 1);
        var shorter = new Walk(query, best, scratch, -1);
        while (longer.isLeft() || shorter.isLeft()) {
            if (longer.isLeft() && (!shorter.isLeft() || longer.distance() <= shorter.distance())) {
                longer.search();
            } else {
                shorter.search();
            }
        }
    }

    /** As {@link #search}, but only units with keys as long as the query's or longer, and those that look the same. */
    void searchLonger(Query query, Best best, Scratch scratch) {
        searchLook(query, best);
        var longer = new Walk(query, best, scratch, 1);
        while (longer.isLeft()) {
            longer.search();
        }
    }

    /** As {@link #search}, but only units with keys shorter than the query's. */
    void searchShorter(Query query, Best best, Scratch scratch) {
        var shorter = new Walk(query, best, scratch, -1);
        while (shorter.isLeft()) {
            shorter.search();
        }
    }

    private void searchLook(Query query, Best best) {
        if (query.look() == 0 || best.threshold() > ALIKE) {
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
                best.offer(
                        units.seq(unit),
                        units.pair(unit),
                        units.provenance(unit).of(ALIKE));
            }
        }
    }

    /** The first of the lengths that is as long as the query or longer. */
    private int first(Query query) {
        int place = Arrays.binarySearch(lengths, query.length());
        return place < 0 ? -place - 1 : place;
    }

    /** Goes from the query's length up or down, a band at a time. */
    private final class Walk {
        private final Query query;
        private final Best best;
        private final Scratch scratch;
        private final int step;
        private int next;

        /** @param step 1 to the longer keys, those as long as the query's included, -1 to the shorter ones */
        Walk(Query query, Best best, Scratch scratch, int step) {
            this.query = query;
            this.best = best;
            this.scratch = scratch;
            this.step = step;
            next = step > 0 ? first(query) : first(query) - 1;
        }

        boolean isLeft() {
            return isWanted(next);
        }

        private boolean isWanted(int place) {
            return place >= 0
                    && place < lengths.length
                    && lengths[place] >= (query.length() * best.threshold() + 99) / 100
                    && lengths[place] <= query.length() * 100 / best.threshold();
        }

        int distance() {
            return Math.abs(lengths[next] - query.length());
        }

        void search() {
            int last = next;
            while (isWanted(last + step) && belong(lengths[next], lengths[last + step])) {
                last += step;
            }
            new Band(query, best, scratch, Math.min(next, last), Math.max(next, last) + 1).search();
            next = last + step;
        }
    }

    /** Whether keys of these lengths are searched together. */
    private static boolean belong(int first, int other) {
        return Math.abs(other - first) <= first / BAND && Grams.zoneBits(first) == Grams.zoneBits(other);
    }

    /** The units of some neighbouring lengths, whose keys have zones of one size, against a query. */
    private final class Band {
        private final Query query;
        private final Best best;
        private final Scratch scratch;
        private final int firstLength;
        private final int endLength;
        private final int from;
        private final int to;
        /** Pairs of the query that a match has at least, and how far they can have moved. */
        private int least = Integer.MAX_VALUE;

        private int forth;
        private int back;

        Band(Query query, Best best, Scratch scratch, int firstLength, int endLength) {
            this.query = query;
            this.best = best;
            this.scratch = scratch;
            this.firstLength = firstLength;
            this.endLength = endLength;
            from = starts[firstLength];
            to = starts[endLength];
            for (int i = firstLength; i < endLength; i++) {
                int longer = Math.max(query.length(), lengths[i]);
                int edits = allowed(longer);
                int grown = lengths[i] - query.length();
                least = Math.min(least, longer - 1 - 2 * edits);
                forth = Math.max(forth, (edits + grown) / 2);
                back = Math.max(back, (edits - grown) / 2);
            }
        }

        private int allowed(int longer) {
            return longer * (100 - best.threshold()) / 100;
        }

        void search() {
            if (grams == null || least < 1 || to - from < SMALL || query.length() > LONGEST_COUNTED) {
                for (int unit = from; unit < to; unit++) {
                    verify(unit);
                }
                return;
            }
            var pairs = new Pairs(grams);
            if (pairs.dense < least) {
                pairs.countLists(least - pairs.dense);
            } else {
                pairs.countBitmaps();
            }
        }

        private int length(int unit) {
            int i = firstLength;
            while (starts[i + 1] <= unit) {
                i++;
            }
            return lengths[i];
        }

        private void verify(int unit) {
            int length = length(unit);
            int longer = Math.max(length, query.length());
            int allowed = allowed(longer);
            if (longer - Math.min(length, query.length()) > allowed) {
                return;
            }
            int edits = query.distance().to(keys.at(units.address(unit)), length, allowed);
            if (edits <= allowed) {
                int similarity = edits > 0 ? 100 * (longer - edits) / longer : same(unit);
                best.offer(
                        units.seq(unit),
                        units.pair(unit),
                        units.provenance(unit).of(similarity));
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

        /**
         * What is counted of the pairs of the query that can be found in this band: for each the buckets of which a unit must be
         * in one.
         */
        private final class Pairs {
            private final Grams grams;
            private final int zoneBits = Grams.zoneBits(lengths[firstLength]);
            private int[][] buckets;
            private long[][][] bitmaps;
            private int count;
            /** Pairs of which a bucket is a bitmap. */
            private int dense;

            Pairs(Grams grams) {
                this.grams = grams;
                int[] key = query.key();
                buckets = new int[key.length][];
                bitmaps = new long[key.length][][];
                long[] order = query.pairs();
                for (int i = 0, end; i < order.length; i = end) {
                    end = i + 1;
                    int place = (int) order[i];
                    int last = lastZone(place);
                    while (end < order.length
                            && key[(int) order[end]] == key[place]
                            && key[(int) order[end] + 1] == key[place + 1]
                            && firstZone((int) order[end]) <= last) {
                        last = lastZone((int) order[end++]);
                    }
                    add(key[place], key[place + 1], firstZone(place), last, end - i);
                }
            }

            private int firstZone(int place) {
                return Math.max(0, place - back) >> zoneBits;
            }

            private int lastZone(int place) {
                return Math.min(lengths[endLength - 1] - 2, place + forth) >> zoneBits;
            }

            /**
             * A pair that the query has {@code times} times near each other: as often as a unit has it in those zones, it can
             * be one of them.
             */
            private void add(int first, int second, int firstZone, int lastZone, int times) {
                if (lastZone < firstZone) {
                    return;
                }
                if (times == 1) {
                    int[] own = new int[lastZone - firstZone + 1];
                    for (int zone = firstZone; zone <= lastZone; zone++) {
                        own[zone - firstZone] = grams.bucket(first, second, zone, 1);
                    }
                    add(own);
                    return;
                }
                for (int zone = firstZone; zone <= lastZone; zone++) {
                    for (int time = 1; time <= times; time++) {
                        int bucket = grams.bucket(first, second, zone, Math.min(time, Grams.MOST_TIMES));
                        if (grams.isEmpty(bucket)) {
                            break;
                        }
                        add(new int[] {bucket});
                    }
                }
            }

            private void add(int[] own) {
                if (count == buckets.length) {
                    buckets = Arrays.copyOf(buckets, count * 2);
                    bitmaps = Arrays.copyOf(bitmaps, count * 2);
                }
                long[][] maps = new long[own.length][];
                boolean bitmap = false;
                for (int i = 0; i < own.length; i++) {
                    maps[i] = grams.bitmap(own[i]);
                    bitmap |= maps[i].length > 0;
                }
                buckets[count] = own;
                bitmaps[count++] = maps;
                dense += bitmap ? 1 : 0;
            }

            /** Counts in lists alone: a unit may have all the pairs of bitmaps. */
            void countLists(int enough) {
                short[] counts = scratch.counts(to - from);
                int[] found = scratch.found(to - from);
                int size = 0;
                for (int i = 0; i < count; i++) {
                    if (isDense(i)) {
                        continue;
                    }
                    for (int bucket : buckets[i]) {
                        int end = grams.end(bucket);
                        int unit;
                        for (int place = grams.place(bucket, from);
                                place < end && (unit = grams.at(place)) < to;
                                place++) {
                            if (++counts[unit - from] == enough) {
                                found[size++] = unit - from;
                            }
                        }
                    }
                }
                Arrays.fill(counts, 0, to - from, (short) 0);
                for (int i = 0; i < size; i++) {
                    verify(from + found[i]);
                }
            }

            private boolean isDense(int pair) {
                for (long[] bitmap : bitmaps[pair]) {
                    if (bitmap.length > 0) {
                        return true;
                    }
                }
                return false;
            }

            void countBitmaps() {
                int[][] places = new int[count][];
                for (int i = 0; i < count; i++) {
                    places[i] = new int[buckets[i].length];
                    for (int zone = 0; zone < places[i].length; zone++) {
                        places[i][zone] = bitmaps[i][zone].length > 0 ? 0 : grams.place(buckets[i][zone], from & -64);
                    }
                }
                Counters counters = scratch.counters(grams.words());
                int end = (to + 63) >> 6;
                for (int word = from >> 6; word < end; word += BLOCK) {
                    int blockEnd = Math.min(end, word + BLOCK);
                    counters.begin(word, blockEnd, least, count);
                    for (int i = 0; i < count; i++) {
                        counters.add(bitmap(i, places, word, blockEnd, counters));
                    }
                    verifyAll(counters.enough(), word, blockEnd);
                }
            }

            private long[] bitmap(int pair, int[][] places, int word, int end, Counters counters) {
                if (bitmaps[pair].length == 1 && bitmaps[pair][0].length > 0) {
                    return bitmaps[pair][0];
                }
                long[] sum = counters.fresh();
                Counters.union(sum, bitmaps[pair], word, end);
                for (int i = 0; i < bitmaps[pair].length; i++) {
                    if (bitmaps[pair][i].length == 0) {
                        int place = places[pair][i];
                        int last = grams.end(buckets[pair][i]);
                        for (int unit; place < last && (unit = grams.at(place)) < end << 6; place++) {
                            sum[unit >> 6] |= 1L << unit;
                        }
                        places[pair][i] = place;
                    }
                }
                return sum;
            }

            private void verifyAll(long[] bitmap, int word, int end) {
                for (int i = word; i < end; i++) {
                    for (long bits = bitmap[i]; bits != 0; bits &= bits - 1) {
                        int unit = (i << 6) + Long.numberOfTrailingZeros(bits);
                        if (unit >= from && unit < to) {
                            verify(unit);
                        }
                    }
                }
            }
        }
    }
}
