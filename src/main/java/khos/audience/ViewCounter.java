package khos.audience;

import jakarta.annotation.PreDestroy;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts views and plays, after the rules of COUNTER 5.1.
 *
 * <ul>
 *   <li>A view sent twice, by its id, counts once.
 *   <li>A visitor's views of one item within 30 seconds of each other count once (COUNTER R5.1, 7.2).
 *   <li>Unique views: once a visitor, item and hour of the day in Asia/Shanghai (7.3).
 *   <li>Plays: once a visitor and film in 60 minutes, after 10 seconds were watched.
 *   <li>Robots are counted apart (7.8).
 * </ul>
 *
 * <p>A visitor is eight bytes of an HMAC of address and program under a random key that changes every day and is
 * deleted after two: nobody can be recognised later, not by us either. One thread writes, many views in one
 * transaction; whoever sent them hears of it after the commit.
 */
@Service
public class ViewCounter {
    private static final Logger LOG = LoggerFactory.getLogger(ViewCounter.class);

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final int SECONDS_TO_PLAY = 10;

    private static final long DOUBLE_CLICK = TimeUnit.SECONDS.toMillis(30);
    private static final long PLAY_AGAIN = TimeUnit.MINUTES.toMillis(60);
    private static final long REMEMBERED = TimeUnit.HOURS.toMillis(48);
    private static final int WAITING = 20_000;
    private static final int BATCH = 4_096;
    private static final int FORGOTTEN_AT_ONCE = 5_000;

    private record Waiting(View view, Visitor visitor, Instant at, CompletableFuture<Void> done) {}

    private final ViewRepository repository;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Crawlers crawlers = new Crawlers();
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(WAITING);
    private final Thread writer;
    private volatile boolean closed;

    ViewCounter(ViewRepository repository, PlatformTransactionManager transactions, Clock clock) {
        this.repository = repository;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.writer = Thread.ofPlatform().name("view-writer").daemon().start(this::write);
    }

    /**
     * Counts a view; done when it is stored. Fails when storing failed: the same view may be sent again.
     *
     * @throws Overloaded when too many views wait already
     */
    public CompletableFuture<Void> count(View view, Visitor visitor) {
        var waiting = new Waiting(view, visitor, clock.instant(), new CompletableFuture<>());
        if (closed || !queue.offer(waiting)) {
            throw new Overloaded();
        }
        return waiting.done();
    }

    /** Whether a program of that name reads for nobody: a crawler, a script, or one without a name. */
    public boolean isRobot(String userAgent) {
        return crawlers.isRobot(userAgent);
    }

    /** What is stored of each item; {@link ViewCount#NONE} of those never seen. */
    @Transactional(readOnly = true)
    public Map<String, ViewCount> counts(List<String> items) {
        Map<String, ViewCount> counts = new LinkedHashMap<>();
        Map<String, ViewCount> stored = repository.counts(items);
        items.forEach(item -> counts.put(item, stored.getOrDefault(item, ViewCount.NONE)));
        return counts;
    }

    @PreDestroy
    void close() throws InterruptedException {
        closed = true;
        writer.join(TimeUnit.SECONDS.toMillis(10));
    }

    private void write() {
        List<Waiting> batch = new ArrayList<>();
        while (!closed || !queue.isEmpty()) {
            try {
                Waiting first = queue.poll(200, TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                batch.add(first);
                queue.drainTo(batch, BATCH - 1);
                transaction.executeWithoutResult(status -> store(batch));
                batch.forEach(waiting -> waiting.done().complete(null));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warn("{} views were not stored", batch.size(), e);
                batch.forEach(waiting -> waiting.done().completeExceptionally(e));
            } finally {
                batch.clear();
            }
        }
    }

    private void store(List<Waiting> batch) {
        Map<String, Waiting> byId = new LinkedHashMap<>();
        batch.forEach(waiting -> byId.putIfAbsent(waiting.view().id(), waiting));
        Set<String> added = repository.addSeen(byId.keySet(), clock.millis());
        Map<LocalDate, SecretKeySpec> keys = new HashMap<>();
        Map<Waiting, String> visitors = new LinkedHashMap<>();
        for (Waiting waiting : byId.values()) {
            if (added.contains(waiting.view().id())) {
                SecretKeySpec key = keys.computeIfAbsent(day(waiting), this::key);
                visitors.put(waiting, pseudonym(waiting.visitor(), key));
            }
        }
        Map<ViewRepository.VisitorItem, ViewRepository.Last> last = repository.last(visitors.entrySet().stream()
                .map(entry -> visitorItem(entry.getKey(), entry.getValue()))
                .toList());
        Map<ViewRepository.VisitorItem, ViewRepository.Last> changed = new LinkedHashMap<>();
        Map<ViewRepository.Cell, ViewRepository.Tally> tallies = new LinkedHashMap<>();
        visitors.forEach((waiting, visitor) -> {
            var key = visitorItem(waiting, visitor);
            ViewRepository.Last before = last.get(key);
            long at = before == null
                    ? waiting.at().toEpochMilli()
                    : Math.max(before.at(), waiting.at().toEpochMilli());
            long hour = hour(waiting.at());
            var cell = new ViewRepository.Cell(
                    waiting.view().item(), waiting.view().language(), hour);
            ViewRepository.Tally tally = tally(waiting, before, at, hour);
            tallies.merge(cell, tally, ViewRepository.Tally::plus);
            boolean robot = tally.robots() > 0;
            boolean tooShort =
                    waiting.view().kind() == View.Kind.PLAY && waiting.view().watched() < SECONDS_TO_PLAY;
            boolean repeatedPlay = waiting.view().kind() == View.Kind.PLAY && tally.plays() == 0;
            if (!robot && !tooShort && !repeatedPlay) {
                var now = new ViewRepository.Last(at, hour);
                last.put(key, now);
                changed.put(key, now);
            }
        });
        repository.saveLast(changed);
        repository.add(tallies);
    }

    private ViewRepository.Tally tally(Waiting waiting, ViewRepository.@Nullable Last before, long at, long hour) {
        if (crawlers.isRobot(waiting.visitor().userAgent())) {
            return new ViewRepository.Tally(0, 0, 0, 1, 1);
        }
        return switch (waiting.view().kind()) {
            case VIEW -> {
                boolean counts = before == null || at - before.at() > DOUBLE_CLICK;
                boolean unique = before == null || before.hour() != hour;
                yield new ViewRepository.Tally(counts ? 1 : 0, unique ? 1 : 0, 0, 0, 1);
            }
            case PLAY -> {
                boolean counts = waiting.view().watched() >= SECONDS_TO_PLAY
                        && (before == null || at - before.at() > PLAY_AGAIN);
                yield new ViewRepository.Tally(0, 0, counts ? 1 : 0, 0, 1);
            }
        };
    }

    private static ViewRepository.VisitorItem visitorItem(Waiting waiting, String visitor) {
        return new ViewRepository.VisitorItem(
                visitor, waiting.view().item(), waiting.view().kind().name());
    }

    private static LocalDate day(Waiting waiting) {
        return LocalDate.ofInstant(waiting.at(), ZONE);
    }

    /** Hours since 1970; Shanghai is whole hours from UTC, so that its hours begin with these. */
    private static long hour(Instant at) {
        return at.getEpochSecond() / 3600;
    }

    private SecretKeySpec key(LocalDate day) {
        byte[] offered = new byte[16];
        new SecureRandom().nextBytes(offered);
        String salt = repository.salt(day.toString(), HexFormat.of().formatHex(offered));
        return new SecretKeySpec(HexFormat.of().parseHex(salt), "HmacSHA256");
    }

    private static String pseudonym(Visitor visitor, SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            mac.update(visitor.address().getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            mac.update(visitor.userAgent().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(), 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Forgets ids, visitors and keys after two days. */
    @Scheduled(fixedDelay = 10, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void forget() {
        long before = clock.millis() - REMEMBERED;
        String lastDay = LocalDate.ofInstant(Instant.ofEpochMilli(before), ZONE).toString();
        int forgotten = FORGOTTEN_AT_ONCE;
        while (forgotten >= FORGOTTEN_AT_ONCE && !closed) {
            Integer deleted = transaction.execute(status -> repository.forget(lastDay, before, FORGOTTEN_AT_ONCE));
            forgotten = deleted == null ? 0 : deleted;
        }
    }
}
