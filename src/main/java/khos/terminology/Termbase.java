package khos.terminology;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khos.account.Accounts;
import khos.account.Roles.ForReviewers;
import khos.account.Roles.ForTranslators;
import khos.language.Language;
import khos.storage.Ids;
import khos.storage.Sequences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps the agreed terms and finds them in texts.
 *
 * <p>The concepts lie in the database; each node holds them in memory to find their terms, and reads what has changed when the
 * revision has moved. Many changes are made one with the others in the background.
 */
@Service
public class Termbase {
    private static final Logger LOG = LoggerFactory.getLogger(Termbase.class);
    private static final String SEQUENCE = "termbase";
    /** Concepts that are read or looked for at once. */
    private static final int PAGE = 500;
    /** The longest text that is searched by: no subject is longer, and databases take no patterns of any length. */
    private static final int LONGEST_QUERY = 1_000;
    /** Ids as {@link Ids} makes them. */
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final TermRepository repository;
    private final Sequences sequences;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private final AtomicBoolean tidying = new AtomicBoolean();
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("terms").factory());
    private volatile Terms terms = Terms.NONE;

    Termbase(TermRepository repository, Sequences sequences, Clock clock) {
        this.repository = repository;
        this.sequences = sequences;
        this.clock = clock;
    }

    @PreDestroy
    void close() {
        background.shutdown();
    }

    /** Adds a concept and returns it with its id. */
    @ForTranslators
    @Transactional
    public Concept add(Concept concept) {
        return addAll(List.of(concept)).getFirst();
    }

    /** Adds many at once, all or none; under the ids they have where these are ids of ours and free. */
    @ForTranslators
    @Transactional
    public List<Concept> addAll(Collection<Concept> concepts) {
        if (concepts.isEmpty()) {
            return List.of();
        }
        long seq = sequences.next(SEQUENCE);
        Set<String> taken = taken(concepts);
        Iterator<String> fresh =
                Stream.generate(Ids::next).limit(concepts.size()).sorted().iterator();
        List<Concept> added = concepts.stream()
                .map(concept -> concept.numbered(
                        ID.matcher(concept.id()).matches() && taken.add(concept.id()) ? concept.id() : fresh.next()))
                .toList();
        repository.insert(added, seq, Accounts.actor(), clock.millis());
        return added;
    }

    private Set<String> taken(Collection<Concept> concepts) {
        List<String> ids = concepts.stream()
                .map(Concept::id)
                .filter(id -> ID.matcher(id).matches())
                .toList();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < ids.size(); i += PAGE) {
            taken.addAll(repository.existing(ids.subList(i, Math.min(ids.size(), i + PAGE))));
        }
        return taken;
    }

    /** Adds those of which nothing that says the same is there yet, so that a file may be taken in twice. */
    @ForTranslators
    @Transactional
    public List<Concept> addMissing(Collection<Concept> concepts) {
        List<Concept> wanted = List.copyOf(concepts);
        Set<Concept> known = new HashSet<>();
        List<Concept> missing = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i += PAGE) {
            List<Concept> some = wanted.subList(i, Math.min(wanted.size(), i + PAGE));
            Set<String> texts = some.stream()
                    .map(concept -> concept.terms().getFirst().text())
                    .collect(Collectors.toSet());
            repository.withTerms(texts).forEach(concept -> known.add(concept.unnumbered()));
            some.stream().filter(concept -> known.add(concept.unnumbered())).forEach(missing::add);
        }
        return addAll(missing);
    }

    /**
     * Changes a concept.
     *
     * @throws StaleConcept when it was changed since {@code concept} was read
     */
    @ForReviewers
    @Transactional
    public void change(Concept concept) {
        long seq = sequences.next(SEQUENCE);
        if (!repository.update(concept, seq, Accounts.actor(), clock.millis())) {
            throw new StaleConcept(repository
                    .find(concept.id())
                    .orElseThrow(() -> new IllegalArgumentException("there is no concept " + concept.id())));
        }
    }

    @ForReviewers
    @Transactional
    public void remove(String id) {
        repository.delete(id, sequences.next(SEQUENCE));
    }

    @Transactional(readOnly = true)
    public Optional<Concept> find(String id) {
        return repository.find(id);
    }

    /**
     * The concepts of which a term or the subject contains {@code text}, whatever its case; all for an empty one. In the order
     * they were added.
     *
     * @param status of at least one of their terms; any when empty
     * @param offset so many are passed over, from 0 on
     * @param limit the most, from 1 on
     */
    @Transactional(readOnly = true)
    public List<Concept> search(String text, Optional<Status> status, int offset, int limit) {
        return text.length() > LONGEST_QUERY ? List.of() : repository.search(text.strip(), status, offset, limit);
    }

    /** As {@link #search} finds, however many. */
    @Transactional(readOnly = true)
    public int count(String text, Optional<Status> status) {
        return text.length() > LONGEST_QUERY ? 0 : repository.count(text.strip(), status);
    }

    /** Every concept, in the order they were added; read page by page as it is gone through. */
    public Iterable<Concept> all() {
        return () -> Stream.iterate(
                        repository.after("", PAGE),
                        page -> !page.isEmpty(),
                        page -> repository.after(page.getLast().id(), PAGE))
                .flatMap(List::stream)
                .iterator();
    }

    /** The terms that stand in {@code text}, in its order. */
    @Transactional(readOnly = true)
    public List<TermOccurrence> recognize(String text, Language language) {
        return current().recognizer(language).occurrences(text);
    }

    /** Grows with every change of what is agreed; 0 before the first. */
    @Transactional(readOnly = true)
    public long revision() {
        return repository.revision(SEQUENCE);
    }

    /** As {@link #recognize}, for many texts of one moment: asks the database once, and does not see later changes. */
    @Transactional(readOnly = true)
    public BiFunction<String, Language, List<TermOccurrence>> finder() {
        Terms known = current();
        return (text, language) -> known.recognizer(language).occurrences(text);
    }

    private Terms current() {
        long revision = repository.revision(SEQUENCE);
        Terms known = terms;
        if (known.revision() == revision) {
            return known;
        }
        if (TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            // It sees what may still be taken back, so nobody else may.
            return read(known, revision);
        }
        reading.lock();
        try {
            if (terms.revision() < revision) {
                terms = read(terms, revision);
                tidyLater();
            }
            return terms;
        } finally {
            reading.unlock();
        }
    }

    private Terms read(Terms known, long revision) {
        return known == Terms.NONE
                ? Terms.of(revision, repository.all())
                : known.with(
                        revision, repository.changedAfter(known.revision()), repository.removedAfter(known.revision()));
    }

    private void tidyLater() {
        if (terms.isUntidy() && tidying.compareAndSet(false, true)) {
            background.execute(this::tidy);
        }
    }

    /** Makes one of all there is while others go on with what they have; what changed meanwhile is read again. */
    private void tidy() {
        try {
            Terms tidied = terms.tidied();
            reading.lock();
            try {
                terms = tidied;
            } finally {
                reading.unlock();
            }
        } catch (RuntimeException e) {
            LOG.error("the terms could not be made one; the next change tries again", e);
        } finally {
            tidying.set(false);
        }
    }
}
