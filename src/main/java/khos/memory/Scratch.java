package khos.memory;

/** Room that a search needs and the next one can use again; for one thread at a time. */
final class Scratch {
    private Counters counters = new Counters(0);
    private short[] counts = {};
    private int[] found = {};
    private int begun;

    /** Bit-parallel counters for that many words. */
    Counters counters(int words) {
        counters = counters.words() < words ? new Counters(words) : counters;
        return counters;
    }

    /** Counts for that many units, all 0; who counts puts them back to 0. */
    short[] counts(int size) {
        counts = counts.length < size ? new short[size] : counts;
        return counts;
    }

    int[] found(int size) {
        found = found.length < size ? new int[size] : found;
        return found;
    }

    /** Takes what was read only to be read later, which would not be read otherwise. */
    void begun(int sum) {
        begun += sum;
    }
}
