package khos.memory;

/** Which units have which word: for each bucket of words the units in ascending order. */
final class Postings {
    private static final int FEWEST_BUCKETS = 1 << 8;
    private static final int CHUNK_BITS = 20;
    private static final int CHUNK = 1 << CHUNK_BITS;

    private final int mask;
    private final int[] starts;
    private final int[][] lists;

    /** @param words of the units by their addresses; the number of words first */
    Postings(Units units, KeyStore words) {
        mask = Math.max(FEWEST_BUCKETS, Integer.highestOneBit(Math.max(1, units.size() * 2 - 1))) - 1;
        starts = new int[mask + 2];
        for (int unit = 0; unit < units.size(); unit++) {
            KeyStore.Cursor cursor = words.at(units.words(unit));
            for (int left = cursor.next(); left > 0; left--) {
                starts[(cursor.next() & mask) + 1]++;
            }
        }
        for (int bucket = 0; bucket <= mask; bucket++) {
            starts[bucket + 1] += starts[bucket];
        }
        lists = new int[(starts[mask + 1] + CHUNK - 1) / CHUNK][];
        for (int i = 0; i < lists.length; i++) {
            lists[i] = new int[Math.min(CHUNK, starts[mask + 1] - i * CHUNK)];
        }
        int[] next = starts.clone();
        for (int unit = 0; unit < units.size(); unit++) {
            KeyStore.Cursor cursor = words.at(units.words(unit));
            for (int left = cursor.next(); left > 0; left--) {
                int place = next[cursor.next() & mask]++;
                lists[place >> CHUNK_BITS][place & CHUNK - 1] = unit;
            }
        }
    }

    int start(int word) {
        return starts[word & mask];
    }

    int end(int word) {
        return starts[(word & mask) + 1];
    }

    int count(int word) {
        return end(word) - start(word);
    }

    int at(int place) {
        return lists[place >> CHUNK_BITS][place & CHUNK - 1];
    }

    /** Bytes held. */
    long bytes() {
        return 4L * starts.length + 4L * starts[mask + 1];
    }
}
