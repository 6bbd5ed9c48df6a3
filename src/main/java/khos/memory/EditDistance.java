package khos.memory;

import java.util.Arrays;

/**
 * Levenshtein distance from one pattern to many texts, 64 cells of the matrix at a time; for any number of threads.
 *
 * <p>Bit-parallel after G. Myers, "A fast bit-vector algorithm for approximate string matching based on dynamic
 * programming", J. ACM 46(3), 1999, in the form for whole strings of H. Hyyrö, "Explaining and extending the
 * bit-parallel approximate string matching algorithm of Myers", 2001. Where at most 63 edits are allowed only a band of 64
 * cells along the diagonal is looked at (H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit
 * distances", Nordic J. of Computing 10, 2003), and given up as soon as it must come out larger.
 */
final class EditDistance {
    private static final int WIDEST_BAND = 63;
    /** Words of zeros before the cells of a symbol and behind them. */
    private static final int PADDING = 1;

    private final int length;
    private final int words;
    /** Of each symbol where its masks begin; 0 is that of symbols the pattern lacks. */
    private final int[] places;

    /** For each symbol a word of zeros, its cells, and a word of zeros. */
    private final long[] masks;

    /** @param pattern symbols from 0 on; may be empty; a negative symbol is like none */
    EditDistance(int[] pattern) {
        length = pattern.length;
        words = Math.max(1, (pattern.length + 63) / 64);
        places = new int[Arrays.stream(pattern).max().orElse(-1) + 2];
        int next = words + 2 * PADDING;
        for (int symbol : pattern) {
            if (symbol >= 0 && places[symbol] == 0) {
                places[symbol] = next;
                next += words + 2 * PADDING;
            }
        }
        masks = new long[next];
        for (int i = 0; i < length; i++) {
            if (pattern[i] >= 0) {
                masks[places[pattern[i]] + PADDING + i / 64] |= 1L << i;
            }
        }
    }

    private int place(int symbol) {
        return symbol < places.length ? places[symbol] : 0;
    }

    /** As {@link #to(KeyStore.Cursor, int, int)} of {@code text}. */
    int to(int[] text, int limit) {
        return to(KeyStore.cursor(text), text.length, limit);
    }

    /**
     * The distance from the pattern to the {@code size} symbols of {@code text}, or {@code limit + 1} when it is more than
     * {@code limit}.
     *
     * <p>From {@code kitten} to {@code sitting} it is 3.
     */
    int to(KeyStore.Cursor text, int size, int limit) {
        if (Math.abs(size - length) > limit) {
            return limit + 1;
        }
        if (length == 0 || size == 0) {
            return Math.max(length, size);
        }
        return limit <= WIDEST_BAND ? banded(text, size, limit) : whole(text, size, limit);
    }

    /**
     * Follows the diagonal that ends in the last cell of the matrix. What stands on it never falls, and is never more than
     * the distance: a way that leaves it by some cells has saved as many edits at most, and needs as many to come back.
     */
    private int banded(KeyStore.Cursor text, int size, int limit) {
        int difference = length - size;
        // A way may have as many more deletions than insertions before it has too many of either.
        int lowest = (limit + difference) >> 1;
        int diagonal = 63 - lowest + difference;
        long pv = -1L << (63 - lowest);
        long nv = 0;
        int score = Math.abs(difference);
        // Row 0 is cell 64, behind the zeros.
        int start = lowest + 1;
        for (int column = 0; column < size; column++, start++) {
            long eq = cells(place(text.next()), start);
            long d0 = (((eq & pv) + pv) ^ pv) | eq | nv;
            long hp = nv | ~(d0 | pv);
            long hn = d0 & pv;
            if (column + difference >= 0) {
                score += 1 - (int) (d0 >>> diagonal & 1);
                if (score > limit) {
                    return limit + 1;
                }
            }
            long down = d0 >>> 1;
            pv = hn | ~(down | hp);
            nv = down & hp;
        }
        return score;
    }

    /** The 64 cells of the mask at {@code place} from cell {@code start} on. */
    private long cells(int place, int start) {
        int word = start >> 6;
        if (word >= words + PADDING) {
            return 0;
        }
        return masks[place + word] >>> start | masks[place + word + 1] << 1 << ~start;
    }

    private int whole(KeyStore.Cursor text, int size, int limit) {
        long[] positive = new long[words];
        long[] negative = new long[words];
        Arrays.fill(positive, -1L);
        long last = 1L << (length - 1);
        int distance = length;
        for (int column = 0; column < size; column++) {
            int place = place(text.next()) + PADDING;
            long carryPositive = 1;
            long carryNegative = 0;
            for (int w = 0; w < words; w++) {
                long pv = positive[w];
                long nv = negative[w];
                long eq = masks[place + w];
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
            if (distance - (size - column - 1) > limit) {
                return limit + 1;
            }
        }
        return Math.min(distance, limit + 1);
    }
}
