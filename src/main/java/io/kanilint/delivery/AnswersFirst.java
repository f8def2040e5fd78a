package io.kanilint.delivery;

import java.time.Clock;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Lets webhooks be answered before anything else: GitLab waits for an answer ten seconds at most and switches off hooks that
 * keep it waiting, while nobody notices whether a review begins a few seconds later. While many webhooks arrive and answers
 * were slow a short time ago, one review is made at a time, so that reviews leave a processor to the answers. Where answers
 * are quick all the same, nothing is held back.
 */
@Component
class AnswersFirst {
    /** Webhooks in a second from which on they are many. */
    static final int MANY = 20;
    /** Milliseconds from which on an answer is slow: in peace it takes about five. */
    static final long SLOW = 20;
    /** How long a slow answer is remembered, in seconds. */
    static final long MEMORY = 60;

    private static final long MILLIS = 1000;
    private static final long PATIENCE = 100;
    /** Milliseconds that a review waits at most: one that waits for GitLab must not hold up all others. */
    private static final long LONGEST = 3000;

    private final Clock clock;
    private final Semaphore turn = new Semaphore(1);
    private long second;
    private int now;
    private int before;
    private long slowUntil;

    AnswersFirst(Clock clock) {
        this.clock = clock;
    }

    /** Gives an answer to a webhook, and takes its time. */
    <T> T giving(Supplier<T> answer) {
        long start = clock.millis();
        try {
            return answer.get();
        } finally {
            given(clock.millis() - start);
        }
    }

    private synchronized void given(long millis) {
        turnTo(clock.millis() / MILLIS);
        now++;
        if (millis >= SLOW) {
            slowUntil = second + MEMORY;
        }
    }

    /** Whether reviews have to stand back. */
    synchronized boolean busy() {
        turnTo(clock.millis() / MILLIS);
        return Math.max(now, before) >= MANY && second <= slowUntil;
    }

    private void turnTo(long present) {
        if (present != second) {
            before = present == second + 1 ? now : 0;
            now = 0;
            second = present;
        }
    }

    /** Makes a review; while answers come first, after those of others. */
    <T> T then(Supplier<T> review) {
        boolean alone = false;
        try {
            for (long waited = 0; busy() && !alone && waited < LONGEST; waited += PATIENCE) {
                alone = turn.tryAcquire(PATIENCE, TimeUnit.MILLISECONDS);
            }
            return review.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return review.get();
        } finally {
            if (alone) {
                turn.release();
            }
        }
    }
}
