package khos.mongolian;

/**
 * An attested word.
 *
 * @param count how often it was seen, at least 1
 * @param listed whether a word list has it, and not only running text
 */
public record Word(String text, int count, boolean listed) {
    /** Whether this spelling is to be preferred to {@code other}. */
    boolean isBetterThan(Word other) {
        return listed == other.listed ? count > other.count : listed;
    }
}
