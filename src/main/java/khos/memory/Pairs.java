package khos.memory;

import java.util.Arrays;

/** Pairs of a query that are counted in the units of a band: for each the buckets of which a unit must be in one. */
final class Pairs {
    /** Words of bitmaps worked on at a time, so that they stay in the cache. */
    private static final int BLOCK = 512;

    /**
     * Where pairs of a query can be found in the keys of a band.
     *
     * @param back how many symbols a pair can have moved to the beginning
     * @param forth how many to the end
     * @param longest the length of the longest key
     * @param zoneBits as {@link Grams#zoneBits}
     */
    record Reach(int back, int forth, int longest, int zoneBits) {
        int firstZone(int place) {
            return Math.max(0, place - back) >> zoneBits;
        }

        int lastZone(int place) {
            return Math.min(longest - 2, place + forth) >> zoneBits;
        }
    }

    /** Takes units that have enough pairs: the first {@code count} of {@code units}. */
    interface Taker {
        void take(int[] units, int count);
    }

    private final Grams grams;
    private int[][] buckets;
    private long[][][] bitmaps;
    private int count;
    /** Pairs of which a bucket is a bitmap. */
    private int frequent;

    /** @param places where the pairs begin, the same pairs one behind the other */
    Pairs(Grams grams, int[] key, int[] places, Reach reach) {
        this.grams = grams;
        buckets = new int[places.length][];
        bitmaps = new long[places.length][][];
        for (int i = 0, end; i < places.length; i = end) {
            end = i + 1;
            int place = places[i];
            int last = reach.lastZone(place);
            while (end < places.length
                    && key[places[end]] == key[place]
                    && key[places[end] + 1] == key[place + 1]
                    && reach.firstZone(places[end]) <= last) {
                last = reach.lastZone(places[end++]);
            }
            add(key[place], key[place + 1], reach.firstZone(place), last, end - i);
        }
    }

    /**
     * A pair that the query has {@code times} times near each other: as often as a unit has it in those zones, it can be one of
     * them.
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
        frequent += bitmap ? 1 : 0;
    }

    /**
     * Gives every unit that has enough of the pairs, and some that have not, unless they are too many.
     *
     * @param least pairs, from 1 on
     * @param from the first unit
     * @param to behind the last
     * @param most units that may be given of 64, on the average
     * @return the first unit of those that were not looked at because too many had enough; {@code to} when all were
     */
    int each(int least, int from, int to, int most, Scratch scratch, Taker taker) {
        return frequent < least
                ? countLists(least - frequent, from, to, most, scratch, taker)
                : countBitmaps(least, from, to, most, scratch, taker);
    }

    /** Counts in lists alone: a unit may have all the pairs of bitmaps. */
    private int countLists(int enough, int from, int to, int most, Scratch scratch, Taker taker) {
        short[] counts = scratch.counts(to - from);
        int[] found = scratch.found(to - from);
        int size = 0;
        for (int i = 0; i < count; i++) {
            if (isFrequent(i)) {
                continue;
            }
            for (int bucket : buckets[i]) {
                int end = grams.end(bucket);
                int unit;
                for (int place = grams.place(bucket, from); place < end && (unit = grams.at(place)) < to; place++) {
                    if (++counts[unit - from] == enough) {
                        found[size++] = unit;
                    }
                }
            }
        }
        Arrays.fill(counts, 0, to - from, (short) 0);
        if (size > (long) most * (to - from) / Long.SIZE) {
            return from;
        }
        taker.take(found, size);
        return to;
    }

    private boolean isFrequent(int pair) {
        for (long[] bitmap : bitmaps[pair]) {
            if (bitmap.length > 0) {
                return true;
            }
        }
        return false;
    }

    private int countBitmaps(int least, int from, int to, int most, Scratch scratch, Taker taker) {
        int[][] places = new int[count][];
        for (int i = 0; i < count; i++) {
            places[i] = new int[buckets[i].length];
            for (int zone = 0; zone < places[i].length; zone++) {
                places[i][zone] = bitmaps[i][zone].length > 0 ? 0 : grams.place(buckets[i][zone], from & -Long.SIZE);
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
            long[] enough = counters.enough();
            if (isMore(enough, word, blockEnd, most)) {
                return Math.max(from, word << 6);
            }
            give(enough, word, blockEnd, from, to, scratch, taker);
        }
        return to;
    }

    private static boolean isMore(long[] bitmap, int word, int end, int most) {
        if (most == Long.SIZE) {
            return false;
        }
        int size = 0;
        for (int i = word; i < end; i++) {
            size += Long.bitCount(bitmap[i]);
        }
        return size > most * (end - word);
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

    private static void give(long[] bitmap, int word, int end, int from, int to, Scratch scratch, Taker taker) {
        int[] found = scratch.found((end - word) << 6);
        int size = 0;
        for (int i = word; i < end; i++) {
            for (long bits = bitmap[i]; bits != 0; bits &= bits - 1) {
                int unit = (i << 6) + Long.numberOfTrailingZeros(bits);
                if (unit >= from && unit < to) {
                    found[size++] = unit;
                }
            }
        }
        taker.take(found, size);
    }
}
