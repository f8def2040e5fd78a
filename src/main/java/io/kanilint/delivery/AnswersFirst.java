package io.kanilint.delivery;

import java.time.Clock;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Lets webhooks be answered before anything else: GitLab waits for an answer ten seconds at most and switches off hooks that
 * keep it waiting, while nobody notices whether a review begins a few seconds later. While many webhooks arrive, one review is
 * made at a time, so that reviews leave a processor to the answers.
 */
@Component
class AnswersFirst {
    /** Webhooks in a second from which on they are many. */
    static final int MANY = 20;

    private static final long MILLIS = 1000;
    private static final long PATIENCE = 100;

    private final Clock clock;
    private final Semaphore turn = new Semaphore(1);
    private long second;
    private int now;
    private int before;

    AnswersFirst(Clock clock) {
        this.clock = clock;
    }

    /** Tells that a webhook arrived. */
    synchronized void arrived() {
        turnTo(clock.millis() / MILLIS);
        now++;
    }

    /** Whether many arrive: in this second until now, or in the one before. */
    synchronized boolean busy() {
        turnTo(clock.millis() / MILLIS);
        return Math.max(now, before) >= MANY;
    }

    private void turnTo(long present) {
        if (present != second) {
            before = present == second + 1 ? now : 0;
            now = 0;
            second = present;
        }
    }

    /** Does some work; while many webhooks arrive, after that of others. */
    <T> T then(Supplier<T> work) {
        boolean alone = false;
        try {
            while (busy() && !alone) {
                alone = turn.tryAcquire(PATIENCE, TimeUnit.MILLISECONDS);
            }
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return work.get();
        } finally {
            if (alone) {
                turn.release();
            }
        }
    }
}
