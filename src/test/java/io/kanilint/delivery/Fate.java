package io.kanilint.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;

/** What a task makes of itself, in place of the queue. */
final class Fate<T> extends ExecutionOperations<T> {
    private int stops;

    Fate() {
        super(null, null, null);
    }

    /** A task that just threw, so many failures after its last success. */
    static ExecutionComplete thrown(TaskInstance<?> task, int failures, RuntimeException cause) {
        Instant now = Instant.now();
        var execution = new Execution(now, task, true, "a test", null, null, failures, null, 1);
        return ExecutionComplete.failure(execution, now, now, cause);
    }

    @Override
    public void stop() {
        stops++;
    }

    @Override
    public void reschedule(ExecutionComplete completed, Instant time) {
        throw new AssertionError("it is to run again at " + time);
    }

    @Override
    public void reschedule(ExecutionComplete completed, Instant time, T data) {
        reschedule(completed, time);
    }

    void assertStopped() {
        assertThat(stops).isOne();
    }
}
