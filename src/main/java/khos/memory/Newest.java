package khos.memory;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.Set;

/** The latest of the units offered, by their numbers. */
final class Newest {
    private final long before;
    private final int limit;
    private final Set<Long> gone;
    private final PriorityQueue<Long> oldestFirst = new PriorityQueue<>();
    private long oldest = Long.MIN_VALUE;

    /**
     * @param before only smaller numbers count
     * @param gone numbers of units that are not to be found
     */
    Newest(long before, int limit, Set<Long> gone) {
        this.before = before;
        this.limit = limit;
        this.gone = gone;
    }

    /** Whether a unit of that number would be among the latest. */
    boolean wants(long seq) {
        return seq < before && seq > oldest && !gone.contains(seq);
    }

    void offer(long seq) {
        oldestFirst.add(seq);
        if (oldestFirst.size() > limit) {
            oldestFirst.remove();
        }
        if (oldestFirst.size() == limit) {
            oldest = oldestFirst.element();
        }
    }

    /** The latest first. */
    long[] seqs() {
        long[] seqs = oldestFirst.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(seqs);
        for (int i = 0, j = seqs.length - 1; i < j; i++, j--) {
            long swapped = seqs[i];
            seqs[i] = seqs[j];
            seqs[j] = swapped;
        }
        return seqs;
    }
}
