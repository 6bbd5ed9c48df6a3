package khos.memory;

import java.util.Arrays;

/**
 * What is looked for: the key in the symbols of an index, and the hashes that tell the same from the nearly same.
 *
 * @param places where its pairs begin, the same pairs one behind the other
 * @param text of the sentence as typed
 * @param look 0 when looks do not count
 * @param context of the sentences before (high half) and after; 0 when they are not known
 */
record Query(int[] key, int[] places, EditDistance distance, int text, long look, long context) {
    static Query of(int[] key, int text, long look, long context) {
        return new Query(key, places(key), new EditDistance(key), text, look, context);
    }

    /** Pairs with a symbol that no unit has are left out. */
    private static int[] places(int[] key) {
        long[] pairs = new long[Math.max(0, key.length - 1)];
        int count = 0;
        for (int i = 0; i < pairs.length; i++) {
            if (key[i] >= 0 && key[i + 1] >= 0) {
                pairs[count++] = ((long) key[i] << 16 ^ key[i + 1]) << 32 | i;
            }
        }
        Arrays.sort(pairs, 0, count);
        return Arrays.stream(pairs, 0, count).mapToInt(pair -> (int) pair).toArray();
    }

    int length() {
        return key.length;
    }
}
