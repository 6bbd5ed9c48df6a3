package khos.memory;

import java.util.Arrays;

/**
 * Match keys in bytes: symbols below 128 take one, those below 32,512 two, others four. Only grows; what was added never
 * moves, so parts of an index share it.
 */
final class KeyStore {
    private static final int CHUNK = 1 << 20;
    private static final int ALIGNMENT = 4;
    private static final int PER_CHUNK = CHUNK / ALIGNMENT;
    private static final int TWO = 128;
    private static final int FOUR = 127 << 8;

    private volatile byte[][] chunks = {};
    private int used = CHUNK;

    /** Adds a key; gives where it is. */
    int add(int[] symbols) {
        int size = size(symbols);
        if (used + Math.max(1, size) > CHUNK) {
            byte[][] more = Arrays.copyOf(chunks, chunks.length + 1);
            more[chunks.length] = new byte[Math.max(CHUNK, size)];
            chunks = more;
            used = 0;
        }
        int chunk = chunks.length - 1;
        int address = chunk * PER_CHUNK + used / ALIGNMENT;
        write(symbols, chunks[chunk], used);
        used = (used + size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        return address;
    }

    private static int size(int[] symbols) {
        int size = 0;
        for (int symbol : symbols) {
            size += symbol < TWO ? 1 : symbol < FOUR ? 2 : 4;
        }
        return size;
    }

    private static void write(int[] symbols, byte[] bytes, int start) {
        int at = start;
        for (int symbol : symbols) {
            if (symbol < TWO) {
                bytes[at++] = (byte) symbol;
            } else if (symbol < FOUR) {
                bytes[at++] = (byte) (TWO | symbol >> 8);
                bytes[at++] = (byte) symbol;
            } else {
                bytes[at++] = (byte) 0xFF;
                bytes[at++] = (byte) (symbol >> 16);
                bytes[at++] = (byte) (symbol >> 8);
                bytes[at++] = (byte) symbol;
            }
        }
    }

    /** Reads one symbol after the other. */
    static final class Cursor {
        private final byte[] bytes;
        private int at;

        private Cursor(byte[] bytes, int at) {
            this.bytes = bytes;
            this.at = at;
        }

        int next() {
            int first = bytes[at++];
            if (first >= 0) {
                return first;
            }
            if (first != -1) {
                return (first & 0x7F) << 8 | bytes[at++] & 0xFF;
            }
            at += 3;
            return (bytes[at - 3] & 0xFF) << 16 | (bytes[at - 2] & 0xFF) << 8 | bytes[at - 1] & 0xFF;
        }
    }

    /** At the beginning of the key at {@code address}. */
    Cursor at(int address) {
        return new Cursor(chunks[address / PER_CHUNK], address % PER_CHUNK * ALIGNMENT);
    }

    /** The first byte at {@code address}: who has asked for it finds the key in the cache. */
    int first(int address) {
        return chunks[address / PER_CHUNK][address % PER_CHUNK * ALIGNMENT];
    }

    /** At the beginning of a key that is in no store. */
    static Cursor cursor(int[] symbols) {
        byte[] bytes = new byte[size(symbols)];
        write(symbols, bytes, 0);
        return new Cursor(bytes, 0);
    }

    /** Bytes held. */
    long bytes() {
        long bytes = 0;
        for (byte[] chunk : chunks) {
            bytes += chunk.length;
        }
        return bytes;
    }
}
