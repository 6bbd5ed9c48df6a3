package khos.memory;

import java.util.HashMap;
import java.util.Map;

/**
 * Which units have which two neighbouring symbols, and roughly where: a gram is a pair of symbols and the sixteenth of the
 * key it begins in, and how many times it begins there. Frequent grams are bitmaps of units, the others lists in ascending order.
 *
 * <p>Grams are told apart by a hash only: units may be found that lack one, never missed that have it.
 */
final class Grams {
    /** Symbols of a zone; {@link #zone}. */
    private static final int ZONE_BITS = 4;

    /** So often a pair is counted in a zone. */
    static final int MOST_TIMES = 4;

    private static final int FEWEST_BUCKETS = 1 << 10;
    private static final int CHUNK_BITS = 20;
    private static final int CHUNK = 1 << CHUNK_BITS;
    /** Grams of more than a part in so many units have bitmaps, which are counted faster than lists. */
    private static final int DENSE = 128;

    private final int shift;
    private final int words;
    private final int[] starts;
    private final int[][] lists;
    private final Map<Integer, long[]> bitmaps = new HashMap<>();

    /** Reads the keys of {@code units}, which are numbered in their order from 0 on. */
    Grams(Units units, KeyStore keys) {
        int buckets = Math.max(FEWEST_BUCKETS, Integer.highestOneBit(Math.max(1, units.size() * 2 - 1)));
        shift = 32 - Integer.numberOfTrailingZeros(buckets);
        words = (units.size() + 63) / 64;
        starts = new int[buckets + 1];
        int[] last = new int[buckets];
        each(units, keys, (unit, first, second, zone) -> {
            for (int time = 1; time <= MOST_TIMES; time++) {
                int bucket = bucket(first, second, zone, time);
                if (last[bucket] <= unit) {
                    last[bucket] = unit + 1;
                    starts[bucket + 1]++;
                    return;
                }
            }
        });
        for (int bucket = 0; bucket < buckets; bucket++) {
            if (starts[bucket + 1] > units.size() / DENSE) {
                bitmaps.put(bucket, new long[words]);
                starts[bucket + 1] = 0;
            }
            starts[bucket + 1] += starts[bucket];
        }
        lists = new int[(starts[buckets] + CHUNK - 1) / CHUNK][];
        for (int i = 0; i < lists.length; i++) {
            lists[i] = new int[Math.min(CHUNK, starts[buckets] - i * CHUNK)];
        }
        fill(units, keys, last);
    }

    private void fill(Units units, KeyStore keys, int[] next) {
        long[][] dense = new long[starts.length][];
        bitmaps.forEach((bucket, bitmap) -> dense[bucket] = bitmap);
        System.arraycopy(starts, 0, next, 0, next.length);
        each(units, keys, (unit, first, second, zone) -> {
            for (int time = 1; time <= MOST_TIMES; time++) {
                int bucket = bucket(first, second, zone, time);
                long[] bitmap = dense[bucket];
                if (bitmap != null) {
                    if ((bitmap[unit >> 6] & 1L << unit) == 0) {
                        bitmap[unit >> 6] |= 1L << unit;
                        return;
                    }
                } else if (next[bucket] == starts[bucket] || at(next[bucket] - 1) != unit) {
                    int end = next[bucket]++;
                    lists[end >> CHUNK_BITS][end & CHUNK - 1] = unit;
                    return;
                }
            }
        });
    }

    private interface Visitor {
        void visit(int unit, int first, int second, int zone);
    }

    private void each(Units units, KeyStore keys, Visitor visitor) {
        for (int unit = 0; unit < units.size(); unit++) {
            int length = units.length(unit);
            KeyStore.Cursor key = keys.at(units.address(unit));
            int first = length == 0 ? 0 : key.next();
            for (int i = 0; i + 1 < length; i++) {
                int second = key.next();
                visitor.visit(unit, first, second, zone(i));
                first = second;
            }
        }
    }

    static int zone(int position) {
        return position >> ZONE_BITS;
    }

    /** Of the units that have a pair in a zone so many times; the most times and more are one. */
    int bucket(int first, int second, int zone, int time) {
        int hash = first * 0x9E3779B1 + second * 0x85EBCA77 + zone * 0xC2B2AE3D + time * 0x27D4EB2F;
        hash = (hash ^ (hash >>> 15)) * 0x2C1B3C6D;
        return (hash ^ (hash >>> 13)) * 0x297A2D39 >>> shift;
    }

    int words() {
        return words;
    }

    boolean isEmpty(int bucket) {
        return bitmap(bucket).length == 0 && starts[bucket] == starts[bucket + 1];
    }

    /** The bitmap of a bucket; empty when it has a list. */
    long[] bitmap(int bucket) {
        return bitmaps.getOrDefault(bucket, NONE);
    }

    static final long[] NONE = {};

    /** Adds the units of a bucket to {@code sum}. */
    void addTo(long[] sum, int bucket) {
        long[] bitmap = bitmap(bucket);
        for (int i = 0; i < bitmap.length; i++) {
            sum[i] |= bitmap[i];
        }
        for (int place = starts[bucket]; place < starts[bucket + 1]; place++) {
            int unit = at(place);
            sum[unit >> 6] |= 1L << unit;
        }
    }

    /** Where in the list of a bucket the first unit from {@code unit} on stands. */
    int place(int bucket, int unit) {
        int low = starts[bucket];
        int high = starts[bucket + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (at(middle) < unit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Where the list of a bucket ends. */
    int end(int bucket) {
        return starts[bucket + 1];
    }

    /** The unit at a place of a list. */
    int at(int place) {
        return lists[place >> CHUNK_BITS][place & CHUNK - 1];
    }

    /** Bytes held. */
    long bytes() {
        return 4L * starts.length + 4L * starts[starts.length - 1] + 8L * words * bitmaps.size();
    }
}
