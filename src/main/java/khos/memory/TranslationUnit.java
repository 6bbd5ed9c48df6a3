package khos.memory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import khos.language.LanguagePair;

/**
 * A sentence and its translation; TMX's {@code tu}.
 *
 * @param origin the segment it came from, unique in the memory: a second unit of the same origin replaces the first
 * @param author who translated or reviewed it
 * @param context of the source, by {@link Context#hash}; 0 when it is not known
 * @param properties what other programs said of it
 */
public record TranslationUnit(
        LanguagePair pair,
        String source,
        String target,
        String origin,
        String author,
        Instant createdAt,
        long context,
        Provenance provenance,
        List<Property> properties) {
    static final String FILE = "x-khos-file";

    public TranslationUnit {
        properties = List.copyOf(properties);
    }

    /** A reviewed unit. */
    public TranslationUnit(
            LanguagePair pair,
            String source,
            String target,
            String origin,
            String author,
            Instant createdAt,
            long context) {
        this(pair, source, target, origin, author, createdAt, context, Provenance.REVIEWED, List.of());
    }

    /** A reviewed unit whose neighbours are not known. */
    public TranslationUnit(
            LanguagePair pair, String source, String target, String origin, String author, Instant createdAt) {
        this(pair, source, target, origin, author, createdAt, 0);
    }

    /** The file it came from, where it says no other origin. */
    public Optional<String> file() {
        return properties.stream()
                .filter(property -> property.name().equals(FILE))
                .map(Property::value)
                .findFirst();
    }

    /** Read backwards, from its target to its source; what stood around the target is not known. */
    TranslationUnit reversed() {
        return new TranslationUnit(
                pair.reversed(), target, source, origin, author, createdAt, 0, provenance, properties);
    }
}
