package khos.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import khos.As;
import khos.account.Role;
import khos.storage.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("khos.storage.TestDatabase#all")
class PeopleTests extends Room {
    private final Instant start = Instant.now();
    private final People people;
    private final People later;
    private final People muchLater;

    PeopleTests(TestDatabase database) {
        super(database);
        people = at(Duration.ZERO);
        later = at(People.LEASE.plusMillis(1));
        muchLater = at(People.PRESENCE.plusMillis(1));
    }

    /** As another node would have it, or this one at another time. */
    private People at(Duration after) {
        return new People(
                bean(PeopleRepository.class),
                bean(SegmentWriter.class),
                bean(DocumentEvents.class),
                Clock.fixed(start.plus(after), ZoneOffset.UTC));
    }

    private static Optional<String> as(Role role, People people, Segment segment) {
        return As.role(role, () -> people.lease(segment.id()).map(Lease::account));
    }

    @Test
    void aLeaseIsTheFirstOnesUntilItIsOver() {
        Segment segment = segment(extract("马"), 0);
        assertThat(as(Role.TRANSLATOR, people, segment)).contains("translator");
        assertThat(as(Role.REVIEWER, people, segment)).contains("translator");
        assertThat(as(Role.TRANSLATOR, people, segment)).contains("translator");
        assertThat(people.leases(segment.documentId())).hasSize(1);
        assertThat(later.leases(segment.documentId())).isEmpty();
        assertThat(as(Role.REVIEWER, later, segment)).contains("reviewer");
        assertThat(as(Role.TRANSLATOR, later, segment)).contains("reviewer");
    }

    @Test
    void oneHoldsOneSegmentOfADocument() {
        String document = extract("马\n\n牛");
        people.lease(segment(document, 0).id());
        people.lease(segment(document, 1).id());
        assertThat(people.leases(document))
                .extracting(Lease::segmentId)
                .containsExactly(segment(document, 1).id());
        assertThat(people.in(document))
                .extracting(Presence::segmentId)
                .containsExactly(Optional.of(segment(document, 1).id()));
    }

    @Test
    void aLeaseKeepsNobodyFromWriting() {
        Segment segment = segment(extract("马"), 0);
        as(Role.TRANSLATOR, people, segment);
        assertThat(translate(segment, "x").target()).isEqualTo("x");
    }

    @Test
    void theNextOpenSegmentIsOneThatNobodyIsAtWorkOn() {
        String document = extract("马\n\n牛\n\n羊");
        As.role(
                Role.TRANSLATOR,
                () -> bean(People.class).lease(segment(document, 1).id()));
        assertThat(translations.nextOpen(document, 0).orElseThrow().ordinal()).isEqualTo(2);
        assertThat(As.role(Role.TRANSLATOR, () -> translations.nextOpen(document, 0))
                        .orElseThrow()
                        .ordinal())
                .isEqualTo(1);
    }

    @Test
    void whoGivesNoSignOfLifeIsGone() {
        String document = extract("马");
        people.present(document);
        assertThat(people.in(document)).extracting(Presence::account).containsExactly("editor");
        assertThat(muchLater.in(document)).isEmpty();
        people.leave(document);
        assertThat(people.in(document)).isEmpty();
    }

    @Test
    void oldLeasesAndPresencesAreRemoved() {
        Segment segment = segment(extract("马\n\n牛"), 0);
        people.lease(segment.id());
        at(Duration.ofHours(1)).lease(segment(segment.documentId(), 1).id());
        assertThat(bean(PeopleRepository.class).leases(segment.documentId(), 0)).hasSize(1);
    }
}
