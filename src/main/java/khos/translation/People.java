package khos.translation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import khos.account.Accounts;
import khos.account.Role;
import khos.account.Roles.ForTranslators;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who works where. A lease says that a segment is being written; it keeps nobody from writing, as versions decide, but editors
 * show it and pass the segment over. It lasts half a minute and is renewed by whoever types; nothing has to end it.
 */
@Service
public class People {
    /** How long a lease lasts. */
    public static final Duration LEASE = Duration.ofSeconds(30);
    /** How long after a sign of life somebody counts as present. */
    public static final Duration PRESENCE = Duration.ofSeconds(60);

    private static final Duration TIDY_EVERY = Duration.ofMinutes(10);

    private final PeopleRepository repository;
    private final SegmentWriter writer;
    private final DocumentEvents events;
    private final Clock clock;
    private final AtomicLong tidied = new AtomicLong();

    People(PeopleRepository repository, SegmentWriter writer, DocumentEvents events, Clock clock) {
        this.repository = repository;
        this.writer = writer;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes or renews the lease of a segment, gives up one's others in the document, and is a sign of life there. To be called
     * when an editor goes to a segment and with every draft.
     *
     * @return whose it is now: one's own, or somebody else's that is not over
     */
    @ForTranslators
    @Transactional
    public Optional<Lease> lease(String segmentId) {
        Segment segment = writer.require(segmentId, Role.TRANSLATOR);
        String account = Accounts.actor();
        long now = clock.millis();
        tidy(now);
        List<Lease> before = repository.leases(segment.documentId(), now);
        boolean moved = repository.release(segment.documentId(), account, segmentId);
        repository.seen(segment.documentId(), account, segmentId, now);
        Optional<Lease> own = repository.lease(segment, account, now, now + LEASE.toMillis());
        boolean renewed = before.stream()
                .anyMatch(lease ->
                        lease.segmentId().equals(segmentId) && lease.account().equals(account));
        if (moved || (own.isPresent() && !renewed)) {
            announce(segment.documentId());
        }
        return own.or(() -> before.stream()
                .filter(lease -> lease.segmentId().equals(segmentId))
                .findFirst());
    }

    /** The leases of a document that are not over, of all nodes. */
    @ForTranslators
    @Transactional(readOnly = true)
    public List<Lease> leases(String documentId) {
        writer.requireRole(documentId, Role.TRANSLATOR);
        return repository.leases(documentId, clock.millis());
    }

    /** A sign of life of whoever is signed in, at no segment in particular. */
    @ForTranslators
    @Transactional
    public void present(String documentId) {
        writer.requireDocument(documentId, Role.TRANSLATOR);
        String account = Accounts.actor();
        long now = clock.millis();
        boolean known = presences(documentId).stream()
                .anyMatch(presence -> presence.account().equals(account));
        repository.seen(documentId, account, "", now);
        if (!known) {
            announce(documentId);
        }
    }

    /** A sign of life at a segment, which neither takes nor renews its lease: whoever only reads is there too. */
    @ForTranslators
    @Transactional
    public void present(String documentId, String segmentId) {
        writer.requireDocument(documentId, Role.TRANSLATOR);
        repository.seen(documentId, Accounts.actor(), segmentId, clock.millis());
    }

    /** Who has a document open, by name, of all nodes. */
    @ForTranslators
    @Transactional(readOnly = true)
    public List<Presence> in(String documentId) {
        writer.requireRole(documentId, Role.TRANSLATOR);
        return presences(documentId);
    }

    /** Where everybody is who has a document open, by name, of all nodes. */
    @ForTranslators
    @Transactional(readOnly = true)
    public List<Whereabouts> whereabouts(String documentId) {
        writer.requireRole(documentId, Role.TRANSLATOR);
        long now = clock.millis();
        return repository.whereabouts(documentId, now - PRESENCE.toMillis(), now);
    }

    private List<Presence> presences(String documentId) {
        return repository.present(documentId, clock.millis() - PRESENCE.toMillis());
    }

    /** Goes away: gives up leases and presence, which would otherwise end by themselves. */
    @ForTranslators
    @Transactional
    public void leave(String documentId) {
        repository.release(documentId, Accounts.actor(), "");
        repository.left(documentId, Accounts.actor());
        announce(documentId);
    }

    private void announce(String documentId) {
        events.announce(new DocumentEvent.PeopleChanged(documentId, Accounts.actor()));
    }

    private void tidy(long now) {
        long last = tidied.get();
        if (now - last > TIDY_EVERY.toMillis() && tidied.compareAndSet(last, now)) {
            repository.tidy(now - TIDY_EVERY.toMillis());
        }
    }
}
