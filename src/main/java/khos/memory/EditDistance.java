package khos.memory;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Levenshtein distance from one pattern to many texts, 64 rows of the matrix at a time.
 *
 * <p>Bit-parallel after G. Myers, "A fast bit-vector algorithm for approximate string matching based on dynamic
 * programming", J. ACM 46(3), 1999, in the form for whole strings of H. Hyyrö, "Explaining and extending the
 * bit-parallel approximate string matching algorithm of Myers", 2001.
 */
final class EditDistance {
    private final int length;
    private final int words;
    private final Map<Integer, long[]> masks = new HashMap<>();
    private final long[] none;

    /** @param pattern code points; may be empty */
    EditDistance(int[] pattern) {
        this.length = pattern.length;
        this.words = (pattern.length + 63) / 64;
        this.none = new long[words];
        for (int i = 0; i < pattern.length; i++) {
            masks.computeIfAbsent(pattern[i], c -> new long[words])[i / 64] |= 1L << (i % 64);
        }
    }

    /**
     * The distance from the pattern to {@code text}, or {@code limit + 1} when it is more than {@code limit}.
     *
     * <p>From {@code kitten} to {@code sitting} it is 3.
     */
    int to(int[] text, int limit) {
        if (Math.abs(text.length - length) > limit) {
            return limit + 1;
        }
        if (length == 0) {
            return text.length;
        }
        long[] positive = new long[words];
        long[] negative = new long[words];
        Arrays.fill(positive, -1L);
        long last = 1L << ((length - 1) % 64);
        int distance = length;
        for (int column = 0; column < text.length; column++) {
            long[] mask = masks.getOrDefault(text[column], none);
            long carryPositive = 1;
            long carryNegative = 0;
            for (int w = 0; w < words; w++) {
                long pv = positive[w];
                long nv = negative[w];
                long eq = mask[w];
                long xv = eq | nv;
                long eqIn = eq | carryNegative;
                long xh = (((eqIn & pv) + pv) ^ pv) | eqIn;
                long ph = nv | ~(xh | pv);
                long nh = pv & xh;
                if (w == words - 1) {
                    if ((ph & last) != 0) {
                        distance++;
                    } else if ((nh & last) != 0) {
                        distance--;
                    }
                }
                long nextPositive = ph >>> 63;
                long nextNegative = nh >>> 63;
                ph = (ph << 1) | carryPositive;
                nh = (nh << 1) | carryNegative;
                positive[w] = nh | ~(xv | ph);
                negative[w] = ph & xv;
                carryPositive = nextPositive;
                carryNegative = nextNegative;
            }
            // Each column still to come can lower the distance by one at most.
            if (distance - (text.length - column - 1) > limit) {
                return limit + 1;
            }
        }
        return Math.min(distance, limit + 1);
    }
}
