package io.kanilint.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** What strangers can cause as often as they like is noted once in a while: else they fill the log. */
final class Seldom {
    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private final AtomicReference<Instant> next = new AtomicReference<>(Instant.MIN);
    private final Clock clock;

    Seldom(Clock clock) {
        this.clock = clock;
    }

    /** Whether it is time again; true once for all that ask at the same time. */
    boolean now() {
        Instant now = clock.instant();
        Instant due = next.get();
        return !now.isBefore(due) && next.compareAndSet(due, now.plus(BETWEEN));
    }
}
