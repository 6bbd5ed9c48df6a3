package khos.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import khos.language.Language;
import khos.publication.Publications;
import khos.publication.Published;
import khos.publication.Withdrawn;
import khos.search.Search;
import khos.terminology.Termbase;
import org.junit.jupiter.api.Test;

class PageCacheTests {
    private final Publications publications = mock();
    private final Termbase termbase = mock();
    private final Search search = mock();
    private final PageCache cache = new PageCache(publications, termbase, search, "1MB");

    private static Rendering page(String text) {
        return Rendering.of(Rendering.HTML, text.getBytes(StandardCharsets.UTF_8));
    }

    private String get(String text) {
        return render(() -> text);
    }

    /** {@code text} is read while the page is rendered, as from the database. */
    private String render(Supplier<String> text) {
        return new String(cache.get("/zh", () -> page(text.get())).plain(), StandardCharsets.UTF_8);
    }

    @Test
    void aPageIsRenderedOnceInAGeneration() {
        assertThat(get("old")).isEqualTo("old");
        assertThat(get("new")).isEqualTo("old");
    }

    @Test
    void publishingAndWithdrawingMakePagesAnew() {
        get("first");
        cache.on(new Published("p", Language.CHINESE, 1));
        assertThat(get("second")).isEqualTo("second");
        cache.on(new Withdrawn("p", Language.CHINESE, 2));
        assertThat(get("third")).isEqualTo("third");
    }

    @Test
    void changesOfTermsAreFollowed() {
        cache.on(new Published("p", Language.CHINESE, 3));
        get("old");
        when(publications.lastChange()).thenReturn(3L);
        when(termbase.revision()).thenReturn(1L);
        cache.follow();
        assertThat(get("new")).isEqualTo("new");
    }

    @Test
    void changesOfOtherNodesAreFollowed() {
        get("old");
        when(publications.lastChange()).thenReturn(7L);
        cache.follow();
        assertThat(get("new")).isEqualTo("new");
    }

    @Test
    void aPageThatWasRenderedBeforeTheIndexCaughtUpIsRenderedAnew() {
        when(publications.lastChange()).thenReturn(7L);
        when(search.seq()).thenReturn(4L);
        cache.follow();
        get("without what the index did not know");
        cache.follow();
        assertThat(get("too early")).isEqualTo("without what the index did not know");
        when(search.seq()).thenReturn(7L);
        cache.follow();
        assertThat(get("with it")).isEqualTo("with it");
        cache.follow();
        assertThat(get("again")).isEqualTo("with it");
    }

    @Test
    void anOlderChangeThatIsHeardOfLateBringsNothingOldBack() {
        cache.on(new Published("p", Language.CHINESE, 5));
        get("five");
        when(publications.lastChange()).thenReturn(4L);
        cache.follow();
        cache.on(new Published("p", Language.CHINESE, 3));
        assertThat(get("again")).isEqualTo("five");
    }

    @Test
    void aPageRenderedWhileAChangeCommitsIsNotServedAfterIt() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch committed = new CountDownLatch(1);
        CompletableFuture<Rendering> slow = CompletableFuture.supplyAsync(() -> cache.get("/zh", () -> {
            reading.countDown();
            try {
                committed.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return page("before the change");
        }));
        reading.await();
        CompletableFuture<Void> publishing =
                CompletableFuture.runAsync(() -> cache.on(new Published("p", Language.CHINESE, 1)));
        committed.countDown();
        publishing.get();
        slow.get();
        assertThat(get("after the change")).isEqualTo("after the change");
    }

    @Test
    void afterAChangeReturnedNoReaderSeesWhatWasBefore() throws Exception {
        long seed = 20261118;
        Random random = new Random(seed);
        AtomicLong database = new AtomicLong();
        AtomicInteger stale = new AtomicInteger();
        AtomicInteger running = new AtomicInteger(3);
        Thread[] readers = new Thread[3];
        AtomicLong published = new AtomicLong();
        for (int i = 0; i < readers.length; i++) {
            readers[i] = Thread.ofPlatform().start(() -> {
                for (int k = 0; k < 2_000; k++) {
                    long atLeast = published.get();
                    long seen = Long.parseLong(render(() -> String.valueOf(database.get())));
                    if (seen < atLeast) {
                        stale.incrementAndGet();
                    }
                }
                running.decrementAndGet();
            });
        }
        for (long seq = 1; running.get() > 0 && seq < 5_000; seq++) {
            database.set(seq);
            cache.on(new Published("p", Language.CHINESE, seq));
            published.set(seq);
            if (random.nextInt(4) == 0) {
                Thread.onSpinWait();
            }
        }
        for (Thread reader : readers) {
            reader.join();
        }
        assertThat(stale).as("seed %d", seed).hasValue(0);
    }

    @Test
    void whatHasNoPageIsNotKept() {
        assertThatThrownBy(() -> cache.get("/zh", () -> {
                    throw PageMissing.in(Language.CHINESE);
                }))
                .isInstanceOf(PageMissing.class);
        assertThat(get("now there")).isEqualTo("now there");
    }

    @Test
    void withNoMemoryEachReaderGetsAPageOfTheirOwn() {
        var none = new PageCache(publications, termbase, search, "0B");
        for (Rendering made : List.of(page("a"), page("b"))) {
            assertThat(none.get("/zh", () -> made)).isSameAs(made);
        }
        assertThat(none.find("/zh")).isEmpty();
    }
}
