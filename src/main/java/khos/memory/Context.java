package khos.memory;

/**
 * The sentences around a sentence: a match that stands between the same ones is better than an exact one.
 *
 * @param before the source of the segment before; empty at the beginning
 * @param after the source of the segment after; empty at the end
 */
public record Context(String before, String after) {
    public static final Context NONE = new Context("", "");

    /** Both in one number: 32 bits of a hash of each, 0 for an empty one. */
    public long hash() {
        return half(before) << 32 | half(after);
    }

    private static long half(String text) {
        return text.isEmpty() ? 0 : Hash.of(text) & 0xFFFF_FFFFL;
    }
}
