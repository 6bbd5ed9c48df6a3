package khos.memory;

import java.time.Instant;
import khos.language.LanguagePair;

/**
 * A sentence and its reviewed translation; TMX's {@code tu}.
 *
 * @param origin the segment it came from, unique in the memory: a second unit of the same origin replaces the first
 * @param author who translated or reviewed it
 * @param context of the source, by {@link Context#hash}; 0 when it is not known
 */
public record TranslationUnit(
        LanguagePair pair,
        String source,
        String target,
        String origin,
        String author,
        Instant createdAt,
        long context) {
    /** A unit whose neighbours are not known. */
    public TranslationUnit(
            LanguagePair pair, String source, String target, String origin, String author, Instant createdAt) {
        this(pair, source, target, origin, author, createdAt, 0);
    }

    /** Read backwards, from its target to its source; what stood around the target is not known. */
    TranslationUnit reversed() {
        return new TranslationUnit(pair.reversed(), target, source, origin, author, createdAt);
    }
}
