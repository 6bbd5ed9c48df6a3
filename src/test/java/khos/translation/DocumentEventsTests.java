package khos.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DocumentEventsTests {
    private final DocumentEvents events = new DocumentEvents();

    private static DocumentEvent changed(String document, int version) {
        return new DocumentEvent.SegmentChanged(document, "s", version, "a");
    }

    @Test
    void listenersHearOfTheirDocumentInOrder() throws InterruptedException {
        var heard = new LinkedBlockingQueue<DocumentEvent>();
        try (var subscription = events.subscribe("d", heard::add)) {
            for (int i = 0; i < 100; i++) {
                events.announce(changed("d", i));
                events.announce(changed("other", i));
            }
            for (int i = 0; i < 100; i++) {
                assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo(changed("d", i));
            }
            assertThat(subscription).isNotNull();
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void whoIsClosedHearsNothingAndIsForgotten() {
        var heard = new ConcurrentLinkedQueue<DocumentEvent>();
        var subscription = events.subscribe("d", heard::add);
        assertThat(events.listenedTo()).isEqualTo(1);
        subscription.close();
        subscription.close();
        events.announce(changed("d", 1));
        assertThat(events.listenedTo()).isZero();
        assertThat(heard).isEmpty();
    }

    @Test
    void whoIsTooSlowIsToldToReadAnewAndKeepsNoBacklog() throws InterruptedException {
        var gate = new CountDownLatch(1);
        var heard = new LinkedBlockingQueue<DocumentEvent>();
        try (var subscription = events.subscribe("d", event -> {
            await(gate);
            heard.add(event);
        })) {
            assertThat(subscription).isNotNull();
            for (int i = 0; i < 10_000; i++) {
                events.announce(changed("d", i));
            }
            events.announce(changed("d", -1));
            gate.countDown();
            boolean anew = false;
            int count = 0;
            DocumentEvent event = heard.poll(10, TimeUnit.SECONDS);
            while (event != null && !event.equals(changed("d", -1))) {
                anew |= event instanceof DocumentEvent.DocumentChanged;
                count++;
                event = heard.poll(10, TimeUnit.SECONDS);
            }
            assertThat(event).isEqualTo(changed("d", -1));
            assertThat(anew).isTrue();
            assertThat(count).isLessThan(300);
        }
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whoThrowsIsNotCalledAgainAndDisturbsNobody() throws InterruptedException {
        var heard = new LinkedBlockingQueue<DocumentEvent>();
        var failed = new CountDownLatch(1);
        events.subscribe("d", event -> {
            failed.countDown();
            throw new IllegalStateException("on purpose");
        });
        try (var good = events.subscribe("d", heard::add)) {
            assertThat(good).isNotNull();
            events.announce(changed("d", 1));
            assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo(changed("d", 1));
            assertThat(failed.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
