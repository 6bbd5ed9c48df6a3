package khos.publication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.context.annotation.Primary;

/** A clock that tests move. */
@Primary
final class Hand extends Clock {
    private volatile Instant now = Instant.parse("2026-11-24T02:10:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return Publications.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    void move(Duration duration) {
        now = now.plus(duration);
    }
}
