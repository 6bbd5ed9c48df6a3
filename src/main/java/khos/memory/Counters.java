package khos.memory;

import java.util.Arrays;

/**
 * Counts for 64 units at once how many of many bitmaps have each: bit k of all 64 counts is a word, added to by half and full
 * adders (after O. Kaser and D. Lemire, "Compressed bitmap indexes: beyond unions and intersections", Software: Practice
 * and Experience 46(2), 2016). Seven bitmaps become one number of three bits first.
 *
 * <p>Every array has the same place for the same unit, so that the loops are run on vectors.
 */
final class Counters {
    private static final int GROUP = 7;
    private static final int LOW_PLANES = 3;

    private final int words;
    private final long[] none;
    private final long[][] sums = new long[LOW_PLANES][];
    private final long[][] inputs = new long[GROUP][];
    private final long[][] own = new long[GROUP][];
    private long[][] planes = {};
    private int used;
    private int waiting;
    private int from;
    private int to;

    /** @param words of each bitmap */
    Counters(int words) {
        this.words = words;
        none = new long[words];
        for (int i = 0; i < LOW_PLANES; i++) {
            sums[i] = new long[words];
        }
    }

    int words() {
        return words;
    }

    /** Begins anew for the words from {@code first} to {@code end}: which units have {@code least} of {@code most} bitmaps? */
    void begin(int first, int end, int least, int most) {
        from = first;
        to = end;
        used = Math.max(LOW_PLANES, 32 - Integer.numberOfLeadingZeros(Math.max(least, most)));
        waiting = 0;
        if (planes.length <= used) {
            long[][] more = new long[used + 1][];
            System.arraycopy(planes, 0, more, 0, planes.length);
            for (int i = planes.length; i <= used; i++) {
                more[i] = new long[words];
            }
            planes = more;
        }
        // Counting from here, the highest plane is reached by those with enough.
        int start = (1 << used) - least;
        for (int i = 0; i <= used; i++) {
            Arrays.fill(planes[i], from, to, (start >> i & 1) == 0 ? 0 : -1L);
        }
    }

    /** Counts a bitmap, which must not change before {@link #enough}. */
    void add(long[] bitmap) {
        inputs[waiting++] = bitmap;
        if (waiting == GROUP) {
            flush();
        }
    }

    /** A bitmap to fill from the first word to the last, and then to {@link #add} before another. */
    long[] fresh() {
        long[] bitmap = own[waiting] == null ? new long[words] : own[waiting];
        own[waiting] = bitmap;
        return bitmap;
    }

    /** A bitmap bit by bit: the units with enough. */
    long[] enough() {
        if (waiting > 0) {
            while (waiting < GROUP) {
                inputs[waiting++] = none;
            }
            flush();
        }
        return planes[used];
    }

    private void flush() {
        waiting = 0;
        add(
                inputs[0], inputs[1], inputs[2], inputs[3], inputs[4], inputs[5], inputs[6], sums[0], sums[1], sums[2],
                from, to);
        half(planes[0], sums[0], from, to);
        full(planes[1], sums[1], sums[0], from, to);
        full(planes[2], sums[2], sums[0], from, to);
        for (int i = LOW_PLANES; i <= used; i++) {
            half(planes[i], sums[0], from, to);
        }
    }

    private static void add(
            long[] a,
            long[] b,
            long[] c,
            long[] d,
            long[] e,
            long[] f,
            long[] g,
            long[] one,
            long[] two,
            long[] four,
            int from,
            int to) {
        for (int i = from; i < to; i++) {
            long ab = a[i] ^ b[i];
            long abc = ab ^ c[i];
            long carry1 = (a[i] & b[i]) | (ab & c[i]);
            long de = d[i] ^ e[i];
            long def = de ^ f[i];
            long carry2 = (d[i] & e[i]) | (de & f[i]);
            long both = abc ^ def;
            long carry3 = (abc & def) | (both & g[i]);
            one[i] = both ^ g[i];
            long carries = carry1 ^ carry2;
            two[i] = carries ^ carry3;
            four[i] = (carry1 & carry2) | (carries & carry3);
        }
    }

    /** Adds {@code carry} to {@code plane}; what is over is in {@code carry} then. */
    private static void half(long[] plane, long[] carry, int from, int to) {
        for (int i = from; i < to; i++) {
            long before = plane[i];
            plane[i] = before ^ carry[i];
            carry[i] = before & carry[i];
        }
    }

    /** Adds {@code number} and {@code carry} to {@code plane}; what is over is in {@code carry} then. */
    private static void full(long[] plane, long[] number, long[] carry, int from, int to) {
        for (int i = from; i < to; i++) {
            long before = plane[i];
            long one = number[i];
            long over = carry[i];
            long half = before ^ one;
            plane[i] = half ^ over;
            carry[i] = (before & one) | (half & over);
        }
    }

    /** Makes {@code sum} those units that are in any of {@code bitmaps}; empty ones are passed over. */
    static void union(long[] sum, long[][] bitmaps, int from, int to) {
        int waiting = 0;
        long[] first = sum;
        long[] second = sum;
        boolean begun = false;
        for (long[] bitmap : bitmaps) {
            if (bitmap.length == 0) {
                continue;
            }
            waiting++;
            if (waiting == 1) {
                first = bitmap;
            } else if (waiting == 2) {
                second = bitmap;
            } else {
                unite(sum, first, second, bitmap, begun ? sum : first, from, to);
                begun = true;
                waiting = 0;
            }
        }
        if (waiting > 0) {
            long[] another = waiting == 1 ? first : second;
            unite(sum, first, another, another, begun ? sum : first, from, to);
        } else if (!begun) {
            Arrays.fill(sum, from, to, 0);
        }
    }

    private static void unite(long[] sum, long[] a, long[] b, long[] c, long[] d, int from, int to) {
        for (int i = from; i < to; i++) {
            sum[i] = a[i] | b[i] | c[i] | d[i];
        }
    }
}
