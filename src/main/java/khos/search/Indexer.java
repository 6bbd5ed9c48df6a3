package khos.search;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import khos.publication.Change;
import khos.publication.Publication;
import khos.publication.Publications;
import khos.publication.Published;
import khos.publication.Withdrawn;
import org.apache.lucene.document.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Keeps the index at the end of the record of publishing: after each commit on this node, and every second for what
 * other nodes published.
 */
@Component
class Indexer {
    private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);
    private static final int PAGE = 200;

    private final SearchIndex index;
    private final Publications publications;
    private final ReentrantLock working = new ReentrantLock();

    Indexer(SearchIndex index, Publications publications) {
        this.index = index;
        this.publications = publications;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(Published event) {
        catchUpOrLeave();
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(Withdrawn event) {
        catchUpOrLeave();
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void poll() {
        catchUpOrLeave();
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void commit() {
        try {
            index.commit();
        } catch (IOException | RuntimeException e) {
            repair(e);
        }
    }

    /** What was published stays published though the index fails; the next poll tries again. */
    private void catchUpOrLeave() {
        try {
            catchUp();
        } catch (IOException | RuntimeException e) {
            repair(e);
        }
    }

    private void repair(Exception cause) {
        LOG.warn("The search index is begun anew", cause);
        try {
            index.reopen();
        } catch (IOException e) {
            LOG.error("The search index cannot be opened", e);
        }
    }

    /** Reads the changes after the index's own number. */
    void catchUp() throws IOException {
        working.lock();
        try {
            if (index.seq() > publications.lastChange()) {
                LOG.warn("The search index is ahead of the database and is begun anew");
                index.clear();
            }
            List<Change> changes = publications.changes(index.seq(), PAGE);
            if (changes.isEmpty() && index.seq() == 0) {
                index.apply(Map.of(), List.of(), 0);
            }
            while (!changes.isEmpty()) {
                apply(changes);
                changes = changes.size() < PAGE ? List.of() : publications.changes(index.seq(), PAGE);
            }
        } finally {
            working.unlock();
        }
    }

    /** Indexes everything again, and returns how many changes were read. */
    int rebuild() throws IOException {
        working.lock();
        try {
            index.clear();
            catchUp();
            index.commit();
            return (int) index.seq();
        } finally {
            working.unlock();
        }
    }

    private void apply(List<Change> changes) throws IOException {
        Set<String> gone =
                changes.stream().map(Change::publicationId).collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, List<Document>> documents = new LinkedHashMap<>();
        for (Publication publication : publications.find(gone)) {
            documents.put(publication.id(), PublicationDocument.of(publication));
        }
        gone.removeAll(documents.keySet());
        index.apply(documents, gone, changes.getLast().seq());
    }

    /** As {@link Search#progress}. */
    double progress() {
        long last = publications.lastChange();
        return last == 0 ? 1 : Math.min(1, (double) index.seq() / last);
    }
}
