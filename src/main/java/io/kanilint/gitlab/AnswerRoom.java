package io.kanilint.gitlab;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The share of the memory that all answers have together while they are held as a whole. Who wants room takes all that he
 * may need at once and never more later, so that one can always go on. Small answers need none.
 */
final class AnswerRoom {
    /** In bytes; nearly all answers are smaller. */
    static final int SMALL = 256 * 1024;

    /** An answer of so many bytes can be read in any heap. */
    static final int LARGEST = 10 << 20;

    /** The bytes, the text or tree that is made of them, and what is needed in between. */
    private static final int COPIES = 3;

    private static final int UNIT = 1024;

    private final Semaphore units;

    AnswerRoom() {
        this(Runtime.getRuntime().maxMemory() / 3);
    }

    AnswerRoom(long bytes) {
        int all = Math.clamp(bytes / UNIT, units(LARGEST), Integer.MAX_VALUE);
        units = new Semaphore(all, true);
    }

    /** Takes room for an answer; false if there was none in time. */
    boolean take(int bytes, long nanos) throws InterruptedException {
        return units.tryAcquire(units(bytes), nanos, TimeUnit.NANOSECONDS);
    }

    void giveBack(int bytes) {
        units.release(units(bytes));
    }

    private static int units(int bytes) {
        return Math.ceilDiv(bytes, UNIT) * COPIES;
    }
}
