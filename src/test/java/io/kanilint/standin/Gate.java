package io.kanilint.standin;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds calls of one kind until it is opened; a test can wait for the first one to be held. */
public final class Gate {

    private final Calls calls;
    private final boolean afterwards;
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    Gate(Calls calls, boolean afterwards) {
        this.calls = calls;
        this.afterwards = afterwards;
    }

    /** Waits until a call is held here. */
    public void awaitCall(Duration limit) throws InterruptedException {
        if (!held.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("no call came within " + limit);
        }
    }

    void pass(String method, String url, boolean done) {
        if (done == afterwards && open.getCount() > 0 && calls.test(method, url)) {
            held.countDown();
            await(open, Duration.ofMinutes(5));
        }
    }

    void open() {
        open.countDown();
    }

    static void await(CountDownLatch latch, Duration limit) {
        try {
            latch.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
