package khos.memory;

import java.util.stream.IntStream;

/**
 * Pairs of a query that have no symbol in common, so that an edit spoils one of them at most: of s such pairs s − d are left.
 * They are half of all pairs, and of neighbours those that fewer units have; mostly they tell as much as all do.
 *
 * @param chosen of each pair of the query whether it is one of them
 * @param count how many are
 * @param expected how many of them a unit that has nothing to do with the query is expected to have
 * @param frequent how many of all the query's pairs are frequent ones
 */
record Apart(boolean[] chosen, int count, double expected, int frequent) {
    /** The exponent from which on counting these is tried; by measurement, see the decision record 9. */
    private static final double ENOUGH = 4;

    /** Chooses them: those that a unit which has nothing to do with the query is the least likely to have. */
    static Apart of(Grams grams, int[] key, Pairs.Reach reach) {
        int pairs = Math.max(0, key.length - 1);
        double[] shares = new double[pairs];
        int frequent = 0;
        for (int i = 0; i < pairs; i++) {
            if (key[i] < 0 || key[i + 1] < 0) {
                continue;
            }
            double without = 1;
            boolean isFrequent = false;
            for (int zone = reach.firstZone(i); zone <= reach.lastZone(i); zone++) {
                int bucket = grams.bucket(key[i], key[i + 1], zone, 1);
                without *= 1 - grams.share(bucket);
                isFrequent |= grams.bitmap(bucket).length > 0;
            }
            // Most units are short: what is longer has the pairs of several of their zones in one.
            for (int bits = Grams.SHORTEST_ZONE_BITS; bits < reach.zoneBits(); bits++) {
                without *= without;
            }
            shares[i] = 1 - without;
            frequent += isFrequent ? 1 : 0;
        }
        return rarest(shares, frequent);
    }

    /** As many as can be, less their shares. */
    private static Apart rarest(double[] shares, int frequent) {
        double[] best = new double[shares.length + 2];
        for (int i = shares.length - 1; i >= 0; i--) {
            best[i] = Math.max(best[i + 1], best[i + 2] + 1 - shares[i]);
        }
        boolean[] chosen = new boolean[shares.length];
        int count = 0;
        double expected = 0;
        for (int i = 0; i < shares.length; i++) {
            if (best[i] > best[i + 1]) {
                chosen[i] = true;
                count++;
                expected += shares[i++];
            }
        }
        return new Apart(chosen, count, expected, frequent);
    }

    /** Those of {@code places} that are chosen, in their order. */
    int[] of(int[] places) {
        return IntStream.of(places).filter(place -> chosen[place]).toArray();
    }

    /**
     * Whether few units can be expected to have {@code least} of them: by Chernoff's bound of a Poisson distribution no more than
     * one in 54, were the pairs independent.
     */
    boolean areTelling(int least) {
        return least > expected && least * Math.log(least / expected) - least + expected >= ENOUGH;
    }
}
