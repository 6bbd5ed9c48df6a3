package khos.publication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import khos.account.SystemActor;
import khos.translation.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Does what is scheduled when its time comes: this node sets itself an alarm for the next time it knows of, and looks every half
 * minute whether there is anything else, which a node that is gone should have done or which was due while none was running.
 *
 * <p>That it is done once, however many nodes wake up, is decided by the database: the schedule is taken out in the transaction
 * that publishes.
 */
@Component
class Timekeeper implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Timekeeper.class);
    private static final int PAGE = 100;
    private static final long LOOKS_EVERY_SECONDS = 30;
    private static final Duration FAR = Duration.ofSeconds(2 * LOOKS_EVERY_SECONDS);

    private final ScheduleRepository repository;
    private final Publications publications;
    private final Clock clock;
    private final ScheduledThreadPoolExecutor alarms = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("timekeeper").daemon().factory());
    private final ReentrantLock working = new ReentrantLock();
    private final ReentrantLock setting = new ReentrantLock();
    private @Nullable Instant set;
    private @Nullable ScheduledFuture<?> alarm;

    Timekeeper(ScheduleRepository repository, Publications publications, Clock clock) {
        this.repository = repository;
        this.publications = publications;
        this.clock = clock;
    }

    @TransactionalEventListener
    void on(Planned event) {
        setAlarm(event.at(), clock.instant());
    }

    /** Does what is due, and sets the alarm for what comes next. */
    @Scheduled(fixedDelay = LOOKS_EVERY_SECONDS, timeUnit = TimeUnit.SECONDS)
    void work() {
        working.lock();
        try {
            Instant now = clock.instant();
            List<Schedule> due = repository.due(now.toEpochMilli(), PAGE);
            boolean goesOn = due.stream().allMatch(this::isDone);
            repository.next(now.toEpochMilli()).ifPresent(next -> setAlarm(next, now));
            if (goesOn && due.size() == PAGE) {
                alarms.execute(this::work);
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("What is scheduled cannot be read now: {}", e.toString());
        } finally {
            working.unlock();
        }
    }

    /** Whether there is nothing left to be done; a database that is not there for a moment is asked again later. */
    private boolean isDone(Schedule due) {
        try {
            SystemActor.call(due.by(), () -> {
                publications.carryOut(due);
                return due;
            });
        } catch (Refused refused) {
            repository.fail(due, refused);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("{} of {} has to wait: {}", due.action(), due.documentId(), e.toString());
            return false;
        } catch (Exception e) {
            LOG.error("{} of {} failed", due.action(), due.documentId(), e);
            repository.fail(due, new Refused("refused.schedule-broken"));
        }
        return true;
    }

    /** Of two times the earlier counts; what is far away is found when it comes nearer. */
    private void setAlarm(Instant at, Instant now) {
        Duration wait = Duration.between(now, at);
        if (wait.compareTo(FAR) > 0) {
            return;
        }
        setting.lock();
        try {
            if (alarm != null && !alarm.isDone() && set != null && !set.isAfter(at)) {
                return;
            }
            if (alarm != null) {
                alarm.cancel(false);
            }
            set = at;
            alarm = alarms.schedule(this::work, Math.max(1, wait.toMillis()), TimeUnit.MILLISECONDS);
        } finally {
            setting.unlock();
        }
    }

    /** When it wakes up next by itself, if it is to. */
    Optional<Instant> alarm() {
        setting.lock();
        try {
            return alarm == null || alarm.isDone() ? Optional.empty() : Optional.ofNullable(set);
        } finally {
            setting.unlock();
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        alarms.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        alarms.shutdown();
        alarms.awaitTermination(10, TimeUnit.SECONDS);
    }
}
