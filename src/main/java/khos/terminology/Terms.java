package khos.terminology;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import khos.language.Language;

/**
 * The concepts of one moment and what finds their terms: most of them as they were read once, and beside them what has changed
 * since, so that a change costs as much as the changes, not as all terms. Immutable.
 */
final class Terms {
    /** None, of a moment before the first. */
    static final Terms NONE = of(-1, List.of());

    /** So many changes are looked for beside the others; with more it is time to make one of both. */
    private static final int MANY = 500;

    /** Of the changes that stand behind it: {@link Termbase#revision}. */
    private final long revision;
    /** By id. */
    private final List<Concept> base;

    private final Map<Language, TermPart> parts;
    /** What an id of the base or a new one stands for now; nothing when it was removed. */
    private final TreeMap<String, Optional<Concept>> changes;

    private final Map<Language, TermRecognizer> recognizers = new EnumMap<>(Language.class);

    private Terms(
            long revision,
            List<Concept> base,
            Map<Language, TermPart> parts,
            TreeMap<String, Optional<Concept>> changes) {
        this.revision = revision;
        this.base = base;
        this.parts = parts;
        this.changes = changes;
        List<Concept> news = changes.values().stream().flatMap(Optional::stream).toList();
        for (Language language : Language.values()) {
            TermPart part = Objects.requireNonNull(parts.get(language));
            recognizers.put(language, new TermRecognizer(part, new TermPart(news, language), changes.keySet()));
        }
    }

    static Terms of(long revision, Collection<Concept> concepts) {
        List<Concept> base =
                concepts.stream().sorted((a, b) -> a.id().compareTo(b.id())).toList();
        Map<Language, TermPart> parts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            parts.put(language, new TermPart(base, language));
        }
        return new Terms(revision, base, parts, new TreeMap<>());
    }

    long revision() {
        return revision;
    }

    TermRecognizer recognizer(Language language) {
        return Objects.requireNonNull(recognizers.get(language));
    }

    /** These with what became of some: the same changes twice are no harm. */
    Terms with(long now, Collection<Concept> changed, Collection<String> removed) {
        var all = new TreeMap<>(changes);
        changed.forEach(concept -> all.put(concept.id(), Optional.of(concept)));
        removed.forEach(id -> all.put(id, Optional.empty()));
        return new Terms(now, base, parts, all);
    }

    /** Whether {@link #tidied} is due. */
    boolean isUntidy() {
        return changes.size() > MANY;
    }

    /** The same with nothing left beside. */
    Terms tidied() {
        var all = new TreeMap<String, Concept>();
        base.forEach(concept -> all.put(concept.id(), concept));
        changes.forEach((id, concept) -> concept.ifPresentOrElse(one -> all.put(id, one), () -> all.remove(id)));
        return of(revision, all.values());
    }
}
