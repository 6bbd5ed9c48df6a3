package khos.search;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import khos.publication.Change;
import khos.publication.Publication;
import khos.publication.Publications;
import khos.publication.Published;
import khos.publication.Withdrawn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
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
    private static final long SHOWN_EVERY = TimeUnit.SECONDS.toNanos(1);

    private final SearchIndex index;
    private final Publications publications;
    private final ReentrantLock working = new ReentrantLock();

    Indexer(SearchIndex index, Publications publications) {
        this.index = index;
        this.publications = publications;
    }

    /** Before the pages are made anew, which name what the index proposes. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(Published event) {
        catchUpOrLeave();
    }

    /** As above. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(Withdrawn event) {
        catchUpOrLeave();
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void poll() {
        if (!index.isIntact()) {
            repair("its files were changed from outside");
        }
        catchUpOrLeave();
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void commit() {
        try {
            index.commit();
        } catch (IOException | RuntimeException e) {
            repair(e.toString());
        }
    }

    /** What was published stays published though the index fails; the next poll tries again. */
    private void catchUpOrLeave() {
        try {
            catchUp();
        } catch (IOException | RuntimeException e) {
            repair(e.toString());
        }
    }

    private void repair(String cause) {
        LOG.warn("The search index is begun anew: {}", cause);
        try {
            index.reopen();
        } catch (IOException e) {
            LOG.error("The search index cannot be opened", e);
        }
    }

    /** Reads the changes after the index's own number; when that takes long, what is read is shown on the way. */
    void catchUp() throws IOException {
        working.lock();
        try {
            if (index.seq() > publications.lastChange()) {
                LOG.warn("The search index is ahead of the database and is begun anew");
                index.clear();
                index.show();
            }
            long shown = System.nanoTime();
            long after = index.seq();
            List<Change> changes = publications.changes(after, PAGE);
            while (!changes.isEmpty()) {
                apply(changes, after);
                boolean last = changes.size() < PAGE;
                if (last || System.nanoTime() - shown > SHOWN_EVERY) {
                    index.show();
                    shown = System.nanoTime();
                }
                after = index.seq();
                changes = last ? List.of() : publications.changes(after, PAGE);
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
            index.show();
            catchUp();
            index.commit();
            return (int) index.seq();
        } finally {
            working.unlock();
        }
    }

    private void apply(List<Change> changes, long after) throws IOException {
        Set<String> gone =
                changes.stream().map(Change::publicationId).collect(Collectors.toCollection(LinkedHashSet::new));
        List<Publication> out = publications.find(gone);
        out.forEach(publication -> gone.remove(publication.id()));
        index.apply(out, gone, after, changes.getLast().seq());
    }

    /** As {@link Search#progress}. */
    double progress() {
        long last = publications.lastChange();
        return last == 0 ? 1 : Math.min(1, (double) index.seq() / last);
    }
}
