package khos.memory;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which units have which two neighbouring symbols, and roughly where: a gram is a pair of symbols, the {@linkplain #zone zone}
 * of the key it begins in, and how many times it begins there. Frequent grams are bitmaps of units, the others lists in
 * ascending order.
 *
 * <p>Grams are told apart by a hash only: units may be found that lack one, never missed that have it.
 */
final class Grams {
    /** The shortest zones have sixteen symbols. */
    static final int SHORTEST_ZONE_BITS = 4;
    /** A key has at most {@value #ZONES} zones. */
    static final int ZONES = 1 << 3;

    /** So often a pair is counted in a zone. */
    static final int MOST_TIMES = 4;

    /** Fewer units are not worth another thread. */
    private static final int FEWEST_AT_ONCE = 1 << 17;

    private static final int FEWEST_BUCKETS = 1 << 10;
    private static final int CHUNK_BITS = 20;
    private static final int CHUNK = 1 << CHUNK_BITS;
    /** Grams of more than a part in so many units have bitmaps, which are counted faster than lists. */
    private static final int DENSE = 128;

    private final int shift;
    private final int words;
    private final int[] starts;
    private final int[][] lists;
    /** Of each bucket that is frequent. */
    private final @Nullable Frequent[] frequent;

    private final int size;
    private int bitmaps;

    /** The units that have a frequent gram, and how many they are. */
    private record Frequent(long[] bitmap, int count) {}

    /** Reads the keys of {@code units}, which are numbered in their order from 0 on. */
    Grams(Units units, KeyStore keys) {
        int buckets = Math.max(FEWEST_BUCKETS, Integer.highestOneBit(Math.max(1, units.size() * 2 - 1)));
        shift = 32 - Integer.numberOfTrailingZeros(buckets);
        size = units.size();
        words = (size + 63) / 64;
        starts = new int[buckets + 1];
        frequent = new Frequent[buckets];
        int[] ranges = ranges(units.size());
        int[][] counts = inEach(ranges, (from, to, range) -> count(units, keys, from, to));
        for (int bucket = 0; bucket < buckets; bucket++) {
            int count = 0;
            for (int[] of : counts) {
                count += of[bucket];
            }
            if (count > units.size() / DENSE) {
                frequent[bucket] = new Frequent(new long[words], count);
                bitmaps++;
                count = 0;
            }
            starts[bucket + 1] = starts[bucket] + count;
            int place = starts[bucket];
            for (int[] of : counts) {
                count = of[bucket];
                of[bucket] = place;
                place += count;
            }
        }
        lists = new int[(starts[buckets] + CHUNK - 1) / CHUNK][];
        for (int i = 0; i < lists.length; i++) {
            lists[i] = new int[Math.min(CHUNK, starts[buckets] - i * CHUNK)];
        }
        inEach(ranges, (from, to, range) -> fill(units, keys, from, to, counts[range]));
    }

    /** Where ranges of units begin that are read at once; bitmaps of two ranges have no word in common. */
    private static int[] ranges(int size) {
        int count = Math.clamp(size / FEWEST_AT_ONCE, 1, Runtime.getRuntime().availableProcessors());
        return IntStream.rangeClosed(0, count)
                .map(i -> i == count ? size : (int) ((long) size * i / count) & -Long.SIZE)
                .toArray();
    }

    private interface Work {
        int[] on(int from, int to, int range);
    }

    private static int[][] inEach(int[] ranges, Work work) {
        return IntStream.range(0, ranges.length - 1)
                .parallel()
                .mapToObj(range -> work.on(ranges[range], ranges[range + 1], range))
                .toArray(int[][]::new);
    }

    /** How many of the units each bucket has. */
    private int[] count(Units units, KeyStore keys, int from, int to) {
        int[] counts = new int[starts.length - 1];
        int[] last = new int[counts.length];
        each(units, keys, from, to, (unit, first, second, zone) -> {
            for (int time = 1; time <= MOST_TIMES; time++) {
                int bucket = bucket(first, second, zone, time);
                if (last[bucket] <= unit) {
                    last[bucket] = unit + 1;
                    counts[bucket]++;
                    return;
                }
            }
        });
        return counts;
    }

    /** Writes the units into their buckets, in each list from {@code next} on. */
    private int[] fill(Units units, KeyStore keys, int from, int to, int[] next) {
        int[] begin = next.clone();
        each(units, keys, from, to, (unit, first, second, zone) -> {
            for (int time = 1; time <= MOST_TIMES; time++) {
                int bucket = bucket(first, second, zone, time);
                Frequent dense = frequent[bucket];
                if (dense != null) {
                    long[] bitmap = dense.bitmap();
                    if ((bitmap[unit >> 6] & 1L << unit) == 0) {
                        bitmap[unit >> 6] |= 1L << unit;
                        return;
                    }
                } else if (next[bucket] == begin[bucket] || at(next[bucket] - 1) != unit) {
                    int end = next[bucket]++;
                    lists[end >> CHUNK_BITS][end & CHUNK - 1] = unit;
                    return;
                }
            }
        });
        return next;
    }

    private interface Visitor {
        void visit(int unit, int first, int second, int zone);
    }

    private static void each(Units units, KeyStore keys, int from, int to, Visitor visitor) {
        for (int unit = from; unit < to; unit++) {
            int length = units.length(unit);
            int zoneBits = zoneBits(length);
            KeyStore.Cursor key = keys.at(units.address(unit));
            int first = length == 0 ? 0 : key.next();
            for (int i = 0; i + 1 < length; i++) {
                int second = key.next();
                visitor.visit(unit, first, second, i >> zoneBits);
                first = second;
            }
        }
    }

    /**
     * How many symbols a zone of keys of that length has, as a power of two: as little as a pair can move in a short key, as
     * much more in a longer one.
     */
    static int zoneBits(int length) {
        return Math.max(SHORTEST_ZONE_BITS, 32 - Integer.numberOfLeadingZeros(length / ZONES));
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
        Frequent dense = frequent[bucket];
        return dense == null ? NONE : dense.bitmap();
    }

    /** The part of all units that is in a bucket, 0 to 1. */
    double share(int bucket) {
        Frequent dense = frequent[bucket];
        return (double) (dense == null ? starts[bucket + 1] - starts[bucket] : dense.count()) / size;
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
        return 4L * (starts.length + frequent.length) + 4L * starts[starts.length - 1] + 8L * words * bitmaps;
    }
}
