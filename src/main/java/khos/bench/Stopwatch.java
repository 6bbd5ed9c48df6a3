package khos.bench;

import java.util.function.ToLongFunction;

/** Times work on one thread. Results are summed and kept, so that no work can be left out as useless. */
final class Stopwatch {
    private static final long WARM_UP_NANOS = 1_500_000_000L;
    private static final int ROUNDS = 5;

    private static volatile long kept;

    private Stopwatch() {}

    /** Nanoseconds of one call. */
    static <T> long once(ToLongFunction<T> work, T input) {
        long start = System.nanoTime();
        kept += work.applyAsLong(input);
        return System.nanoTime() - start;
    }

    /** Nanoseconds of a call when it has been called for a while: the best of five. */
    static <T> long warm(ToLongFunction<T> work, T input) {
        long until = System.nanoTime() + WARM_UP_NANOS;
        while (System.nanoTime() < until) {
            kept += work.applyAsLong(input);
        }
        long best = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            best = Math.min(best, once(work, input));
        }
        return best;
    }
}
