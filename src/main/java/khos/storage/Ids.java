package khos.storage;

import java.security.SecureRandom;
import java.util.UUID;

/** Ids made by the application: UUID version 7 (RFC 9562, section 5.7), so that later rows sort after earlier ones. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A new id of 36 characters, for example {@code 019ab3c0-6f2e-7c41-9d3a-5b8f0e6a1c22}. */
    public static String next() {
        long high = (System.currentTimeMillis() << 16) | 0x7000L | RANDOM.nextInt(1 << 12);
        long low = (RANDOM.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
