package io.kanilint.delivery;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Decides whether a task that threw is tried again, and says so in the log. */
@Component
class Retrier {
    private static final Logger LOG = LoggerFactory.getLogger(Retrier.class);

    private final RetryProperties retry;
    private final Clock clock;

    Retrier(RetryProperties retry, Clock clock) {
        this.retry = retry;
        this.clock = clock;
    }

    /** Tries a task again as the queue counts its failures; else says why it is given up. */
    Optional<Judgement> retry(ExecutionComplete completed, ExecutionOperations<?> operations) {
        return retry(
                completed,
                cause(completed),
                completed.getExecution().consecutiveFailures,
                (time, _) -> operations.reschedule(completed, time));
    }

    /**
     * As above.
     *
     * @param failures how many count that came before this one
     * @param again puts the task in line; gets the time and, for administrators, the reason
     */
    Optional<Judgement> retry(
            ExecutionComplete completed, Throwable cause, int failures, BiConsumer<Instant, String> again) {
        FailedTask failed = FailedTask.of(cause, failures, retry);
        String task = completed.getExecution().taskInstance.getTaskAndInstance();
        return switch (failed) {
            case FailedTask.Again(var pause, String reason, _) -> {
                log(failed, "The task %s is tried again in %d s: %s".formatted(task, pause.toSeconds(), reason), cause);
                again.accept(clock.instant().plus(pause), reason);
                yield Optional.empty();
            }
            case FailedTask.GivenUp(Judgement judgement, _) -> {
                log(failed, "The task %s is given up: %s".formatted(task, judgement.reason()), cause);
                yield Optional.of(judgement);
            }
        };
    }

    /** When to begin with what was asked for while a task failed for the last time. */
    Instant soon() {
        return clock.instant().plus(retry.after(0));
    }

    private static void log(FailedTask failed, String message, Throwable cause) {
        if (failed.ours()) {
            LOG.error(message, cause);
        } else {
            LOG.warn(message);
        }
    }

    static Throwable cause(ExecutionComplete completed) {
        return completed.getCause().orElseGet(() -> new IllegalStateException("no cause"));
    }
}
