package khos.memory;

/**
 * What is looked for: the key in the symbols of an index, and the hashes that tell the same from the nearly same.
 *
 * @param text of the sentence as typed
 * @param look 0 when looks do not count
 * @param context of the sentences before (high half) and after; 0 when they are not known
 */
record Query(int[] key, EditDistance distance, int text, long look, long context) {
    static Query of(int[] key, int text, long look, long context) {
        return new Query(key, new EditDistance(key), text, look, context);
    }

    int length() {
        return key.length;
    }
}
