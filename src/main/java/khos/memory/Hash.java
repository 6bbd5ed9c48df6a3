package khos.memory;

/** A 64-bit hash of text: FNV-1a, mixed at the end as in MurmurHash3. */
final class Hash {
    private Hash() {}

    static long of(CharSequence text) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return mixed(hash);
    }

    /** The hash of a pair, not the same as that of the pair turned round. */
    static long of(CharSequence first, CharSequence second) {
        return mixed(of(first) * 31 + of(second));
    }

    private static long mixed(long hash) {
        long mixed = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ (mixed >>> 33);
    }
}
