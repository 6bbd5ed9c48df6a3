package khos.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import khos.language.Language;
import khos.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

@ParameterizedClass
@MethodSource("khos.storage.TestDatabase#all")
class ViewCounterTests {
    private static final String BROWSER =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36";
    private static final Visitor READER = new Visitor("198.51.100.7", BROWSER);

    /** A clock that tests move. */
    private static final class Hand extends Clock {
        private volatile Instant now = Instant.parse("2026-11-24T02:10:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ViewCounter.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        void move(Duration duration) {
            now = now.plus(duration);
        }
    }

    private final ConfigurableApplicationContext context;
    private final Hand clock = new Hand();
    private final ViewCounter counter;
    private int next;

    ViewCounterTests(TestDatabase database) {
        context = database.start(ViewRepository.class);
        counter = new ViewCounter(
                context.getBean(ViewRepository.class), context.getBean(PlatformTransactionManager.class), clock);
    }

    @AfterEach
    void close() throws InterruptedException {
        counter.close();
        context.close();
    }

    private String newId() {
        return "%032x".formatted(++next);
    }

    private void view(Visitor visitor) {
        counter.count(new View("articles/a", Language.CHINESE, newId(), View.Kind.VIEW, 0), visitor)
                .join();
    }

    private void play(int watched) {
        counter.count(new View("articles/a", Language.CHINESE, newId(), View.Kind.PLAY, watched), READER)
                .join();
    }

    private ViewCount count() {
        return counter.counts(List.of("articles/a")).get("articles/a");
    }

    @Test
    void aViewSentTwiceCountsOnce() {
        var view = new View("articles/a", Language.CHINESE, newId(), View.Kind.VIEW, 0);
        counter.count(view, READER).join();
        clock.move(Duration.ofMinutes(5));
        counter.count(view, READER).join();
        assertThat(count()).isEqualTo(new ViewCount(1, 1, 0));
    }

    @Test
    void clicksWithinThirtySecondsOfTheLastAreOneAlongAChain() {
        view(READER);
        clock.move(Duration.ofSeconds(29));
        view(READER);
        clock.move(Duration.ofSeconds(29));
        view(READER);
        assertThat(count().views()).isEqualTo(1);
        clock.move(Duration.ofSeconds(31));
        view(READER);
        assertThat(count().views()).isEqualTo(2);
    }

    @Test
    void aVisitorIsUniqueOnceAnHour() {
        view(READER);
        clock.move(Duration.ofMinutes(10));
        view(READER);
        assertThat(count()).isEqualTo(new ViewCount(2, 1, 0));
        clock.move(Duration.ofMinutes(45));
        view(READER);
        assertThat(count()).isEqualTo(new ViewCount(3, 2, 0));
    }

    @Test
    void readersBehindOneAddressAreToldApartByTheirProgram() {
        view(READER);
        view(new Visitor(READER.address(), BROWSER + " Edg/140"));
        assertThat(count().views()).isEqualTo(2);
    }

    @Test
    void robotsAreNotCounted() {
        view(new Visitor(
                "198.51.100.8", "Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)"));
        view(new Visitor("198.51.100.9", ""));
        assertThat(count()).isEqualTo(ViewCount.NONE);
    }

    @Test
    void aPlayNeedsTenSecondsAndCountsOnceAnHour() {
        play(9);
        assertThat(count().plays()).isZero();
        play(10);
        assertThat(count().plays()).isEqualTo(1);
        clock.move(Duration.ofMinutes(40));
        play(60);
        assertThat(count().plays()).isEqualTo(1);
        clock.move(Duration.ofMinutes(21));
        play(60);
        assertThat(count().plays()).isEqualTo(2);
    }

    @Test
    void manyAtOnceAreCountedExactly() throws Exception {
        List<Callable<Void>> clients = new ArrayList<>();
        for (int client = 0; client < 20; client++) {
            int number = client;
            clients.add(() -> {
                for (int i = 0; i < 50; i++) {
                    var view = new View(
                            "articles/a", Language.MONGOLIAN, "%016x%016x".formatted(number, i), View.Kind.VIEW, 0);
                    counter.count(view, new Visitor("198.51.100." + number, BROWSER + " " + i))
                            .join();
                }
                return null;
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(clients).forEach(Future::resultNow);
        }
        assertThat(count()).isEqualTo(new ViewCount(1000, 1000, 0));
    }

    @Test
    void afterTwoDaysNothingTellsVisitorsApart() {
        IntStream.range(0, 3).forEach(i -> view(new Visitor("198.51.100." + i, BROWSER)));
        clock.move(Duration.ofHours(73));
        counter.forget();
        var repository = context.getBean(ViewRepository.class);
        assertThat(repository.forget("9999", Long.MAX_VALUE, 100)).isZero();
        assertThat(count().views()).isEqualTo(3);
    }
}
