package khos.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * The best units found so far, none with the same source and target twice; as they get better, less will do no longer. For any
 * number of threads.
 */
final class Best {
    /** A unit by its number in the order of commits, and how good it is: from 1 to 102. */
    record Hit(long seq, long pair, int score) {}

    private static final Comparator<Hit> WORST_FIRST =
            Comparator.comparingInt(Hit::score).thenComparingLong(Hit::seq);

    private final int threshold;
    private final int limit;
    private final Set<Long> gone;
    private final Map<Long, Hit> byPair = new HashMap<>();
    private final PriorityQueue<Hit> worstFirst = new PriorityQueue<>(WORST_FIRST);
    private volatile int least;

    /** @param gone numbers of units that are not to be found */
    Best(int threshold, int limit, Set<Long> gone) {
        this.threshold = threshold;
        this.limit = limit;
        this.gone = gone;
        least = threshold;
    }

    /** The least similarity that can still come among the best. */
    int threshold() {
        return least;
    }

    synchronized void offer(long seq, long pair, int score) {
        var hit = new Hit(seq, pair, score);
        if (score < threshold) {
            return;
        }
        Hit same = byPair.get(pair);
        if (gone.contains(seq) || (same != null && WORST_FIRST.compare(hit, same) <= 0)) {
            return;
        }
        if (same != null) {
            worstFirst.remove(same);
        } else if (worstFirst.size() == limit) {
            if (WORST_FIRST.compare(hit, worstFirst.peek()) <= 0) {
                return;
            }
            byPair.remove(worstFirst.remove().pair());
        }
        byPair.put(pair, hit);
        worstFirst.add(hit);
        if (worstFirst.size() == limit) {
            least = Math.max(threshold, Math.min(100, worstFirst.element().score()));
        }
    }

    /** The best first. */
    synchronized List<Hit> hits() {
        List<Hit> hits = new ArrayList<>(worstFirst);
        hits.sort(WORST_FIRST.reversed());
        return hits;
    }
}
