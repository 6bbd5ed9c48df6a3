package khos.terminology;

import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import khos.account.Accounts;
import khos.account.Roles.ForReviewers;
import khos.account.Roles.ForTranslators;
import khos.language.Language;
import khos.storage.Ids;
import khos.storage.Sequences;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the agreed terms and finds them in texts.
 *
 * <p>The concepts lie in the database; each node holds them in memory and reads them anew when the revision has moved.
 */
@Service
public class Termbase {
    private record State(long revision, List<Concept> concepts, Map<Language, TermRecognizer> recognizers) {}

    private static final String SEQUENCE = "termbase";

    private final TermRepository repository;
    private final Sequences sequences;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile State state = new State(-1, List.of(), Map.of());

    Termbase(TermRepository repository, Sequences sequences, Clock clock) {
        this.repository = repository;
        this.sequences = sequences;
        this.clock = clock;
    }

    /** Adds a concept and returns it with its id. */
    @ForTranslators
    @Transactional
    public Concept add(Concept concept) {
        return addAll(List.of(concept)).getFirst();
    }

    /** Adds many at once, all or none. */
    @ForTranslators
    @Transactional
    public List<Concept> addAll(Collection<Concept> concepts) {
        List<Concept> added = concepts.stream()
                .map(concept -> new Concept(
                        Ids.next(),
                        concept.subject(),
                        concept.definition(),
                        concept.note(),
                        concept.source(),
                        concept.terms(),
                        0))
                .toList();
        if (!added.isEmpty()) {
            repository.insert(added, Accounts.actor(), clock.millis());
            sequences.next(SEQUENCE);
        }
        return added;
    }

    /** Adds those of which nothing that says the same is there yet, so that a file may be taken in twice. */
    @ForTranslators
    @Transactional
    public List<Concept> addMissing(Collection<Concept> concepts) {
        Set<Concept> known = new HashSet<>();
        current().concepts().forEach(concept -> known.add(concept.unnumbered()));
        return addAll(concepts.stream()
                .filter(concept -> known.add(concept.unnumbered()))
                .toList());
    }

    /**
     * Changes a concept.
     *
     * @throws StaleConcept when it was changed since {@code concept} was read
     */
    @ForReviewers
    @Transactional
    public void change(Concept concept) {
        if (!repository.update(concept, Accounts.actor(), clock.millis())) {
            throw new StaleConcept(repository
                    .find(concept.id())
                    .orElseThrow(() -> new IllegalArgumentException("there is no concept " + concept.id())));
        }
        sequences.next(SEQUENCE);
    }

    @ForReviewers
    @Transactional
    public void remove(String id) {
        repository.delete(id);
        sequences.next(SEQUENCE);
    }

    @Transactional(readOnly = true)
    public Optional<Concept> find(String id) {
        return repository.find(id);
    }

    /** The concepts of which a term or the subject contains {@code text}, whatever its case; all for an empty one. */
    @Transactional(readOnly = true)
    public List<Concept> search(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return current().concepts().stream()
                .filter(concept -> contains(concept, wanted))
                .toList();
    }

    private static boolean contains(Concept concept, String wanted) {
        return concept.subject().toLowerCase(Locale.ROOT).contains(wanted)
                || concept.terms().stream()
                        .anyMatch(term -> term.text().toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** The terms that stand in {@code text}, in its order. */
    @Transactional(readOnly = true)
    public List<TermOccurrence> recognize(String text, Language language) {
        return Objects.requireNonNull(current().recognizers().get(language)).occurrences(text);
    }

    /** Grows with every change of what is agreed; 0 before the first. */
    @Transactional(readOnly = true)
    public long revision() {
        return repository.revision(SEQUENCE);
    }

    /** As {@link #recognize}, for many texts of one moment: asks the database once, and does not see later changes. */
    @Transactional(readOnly = true)
    public BiFunction<String, Language, List<TermOccurrence>> finder() {
        Map<Language, TermRecognizer> recognizers = current().recognizers();
        return (text, language) ->
                Objects.requireNonNull(recognizers.get(language)).occurrences(text);
    }

    private State current() {
        long revision = repository.revision(SEQUENCE);
        State known = state;
        if (known.revision() == revision) {
            return known;
        }
        reading.lock();
        try {
            if (state.revision() != revision) {
                List<Concept> concepts = repository.all();
                Map<Language, TermRecognizer> recognizers = new EnumMap<>(Language.class);
                for (Language language : Language.values()) {
                    recognizers.put(language, new TermRecognizer(concepts, language));
                }
                state = new State(revision, concepts, recognizers);
            }
            return state;
        } finally {
            reading.unlock();
        }
    }
}
