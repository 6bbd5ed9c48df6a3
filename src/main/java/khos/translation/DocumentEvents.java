package khos.translation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells who looks at a document what happens in it, after the commit; what happens on other nodes comes by {@link NodeEvents}.
 *
 * <p>Each listener is called on one thread at a time, in order, and never by who writes. One that falls more than 256 events
 * behind gets {@link DocumentEvent.DocumentChanged} instead of what it missed; one that throws is not called again.
 */
@Component
public class DocumentEvents {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentEvents.class);
    private static final int MOST_WAITING = 256;

    private final Map<String, List<Subscription>> subscriptions = new ConcurrentHashMap<>();
    private final List<Consumer<DocumentEvent>> others = new CopyOnWriteArrayList<>();
    private final Executor threads =
            task -> Thread.ofVirtual().name("document-events").start(task);

    /** A listener's place; closing it, even twice, ends it. */
    public final class Subscription implements AutoCloseable {
        private final String documentId;
        private final Consumer<DocumentEvent> listener;
        private final Deque<DocumentEvent> waiting = new ArrayDeque<>();
        private boolean running;
        private volatile boolean closed;

        private Subscription(String documentId, Consumer<DocumentEvent> listener) {
            this.documentId = documentId;
            this.listener = listener;
        }

        private void offer(DocumentEvent event) {
            synchronized (waiting) {
                if (closed) {
                    return;
                }
                if (waiting.size() >= MOST_WAITING) {
                    waiting.clear();
                    waiting.add(new DocumentEvent.DocumentChanged(documentId, ""));
                } else {
                    waiting.add(event);
                }
                if (running) {
                    return;
                }
                running = true;
            }
            threads.execute(this::run);
        }

        private void run() {
            try {
                for (DocumentEvent event = next(); event != null; event = next()) {
                    listener.accept(event);
                }
            } catch (RuntimeException e) {
                LOG.warn("a listener of document {} failed and is not called again", documentId, e);
                close();
            }
        }

        private @Nullable DocumentEvent next() {
            synchronized (waiting) {
                DocumentEvent event = closed ? null : waiting.poll();
                running = event != null;
                return event;
            }
        }

        @Override
        public void close() {
            closed = true;
            subscriptions.computeIfPresent(documentId, (id, list) -> {
                list.remove(this);
                return list.isEmpty() ? null : list;
            });
            synchronized (waiting) {
                waiting.clear();
            }
        }
    }

    /** Calls {@code listener} for what happens in a document from now on, until the subscription is closed. */
    public Subscription subscribe(String documentId, Consumer<DocumentEvent> listener) {
        var subscription = new Subscription(documentId, listener);
        subscriptions.compute(documentId, (id, list) -> {
            List<Subscription> listeners = list == null ? new CopyOnWriteArrayList<>() : list;
            listeners.add(subscription);
            return listeners;
        });
        return subscription;
    }

    /** How many documents are listened to. */
    int listenedTo() {
        return subscriptions.size();
    }

    /** Calls {@code other} for whatever is announced on this node, on the thread of who wrote it: it must not wait. */
    void passOn(Consumer<DocumentEvent> other) {
        others.add(other);
    }

    /** Tells of {@code event}, here and elsewhere, once the transaction is committed; at once when there is none. */
    void announce(DocumentEvent event) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            tellAll(event);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                tellAll(event);
            }
        });
    }

    private void tellAll(DocumentEvent event) {
        tell(event);
        others.forEach(other -> other.accept(event));
    }

    /** Tells who listens on this node. */
    void tell(DocumentEvent event) {
        subscriptions.getOrDefault(event.documentId(), List.of()).forEach(subscription -> subscription.offer(event));
    }
}
