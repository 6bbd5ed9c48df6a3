package khos.memory;

import java.time.Instant;
import java.util.ArrayList;
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
    private static final String FILE = "x-khos-file";
    private static final int LONGEST_FILE = 200;

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

    /** The same out of a file of that name, unless it says where it comes from. */
    TranslationUnit from(String file) {
        if (!origin.startsWith(TmxReader.UNNAMED) || file().isPresent()) {
            return this;
        }
        List<Property> said = new ArrayList<>(properties);
        said.add(new Property(FILE, file.substring(0, Math.min(file.length(), LONGEST_FILE))));
        return new TranslationUnit(pair, source, target, origin, author, createdAt, context, provenance, said);
    }

    /** Read backwards, from its target to its source; what stood around the target is not known. */
    TranslationUnit reversed() {
        return new TranslationUnit(
                pair.reversed(), target, source, origin, author, createdAt, 0, provenance, properties);
    }
}
