package khos.storage;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids made by the application: UUID version 7 (RFC 9562, section 5.7). Each sorts after every one this process made
 * before, also within a millisecond and when the clock is set back (section 6.2, method 1: the 12 bits after the
 * timestamp count, and overflow into it).
 */
public final class Ids {
    private static final int COUNTER_BITS = 12;
    private static final int VERSION_BITS = 4;
    private static final long COUNTER = (1L << COUNTER_BITS) - 1;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    /** A new id of 36 characters, for example {@code 019ab3c0-6f2e-7c41-9d3a-5b8f0e6a1c22}. */
    public static String next() {
        long now = System.currentTimeMillis() << COUNTER_BITS;
        long tick = LAST.updateAndGet(last -> Math.max(last + 1, now));
        long high = ((tick & ~COUNTER) << VERSION_BITS) | 0x7000L | (tick & COUNTER);
        long low = (RANDOM.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
