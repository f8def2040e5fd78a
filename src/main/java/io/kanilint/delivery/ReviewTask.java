package io.kanilint.delivery;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.kanilint.gitlab.GitLabRefused;
import io.kanilint.gitlab.GitLabUnavailable;
import io.kanilint.review.ReviewOutcome;
import io.kanilint.review.Reviewer;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The task of reviewing one merge request. There is one for each, whose name is the merge request: a later push does not
 * queue a second, and no two replicas look at the same one at once.
 */
@Component
class ReviewTask {
    static final String NAME = "review";
    private static final Logger LOG = LoggerFactory.getLogger(ReviewTask.class);
    private static final int MOST_FAULTS = 5;

    private final Reviewer reviewer;
    private final ReviewRequests requests;
    private final RetryProperties retry;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReviewTask(
            Reviewer reviewer,
            ReviewRequests requests,
            RetryProperties retry,
            TransactionTemplate transaction,
            Clock clock) {
        this.reviewer = reviewer;
        this.requests = requests;
        this.retry = retry;
        this.transaction = transaction;
        this.clock = clock;
    }

    static TaskInstance<Void> instance(long projectId, long iid) {
        return new TaskInstance<>(NAME, projectId + "!" + iid);
    }

    /** Reviews, and says what becomes of the task. */
    CompletionHandler<Void> run(TaskInstance<Void> task) {
        var target = Target.of(task);
        ReviewRequests.Request request = requests.read(target.projectId, target.iid);
        ReviewOutcome outcome = reviewer.review(target.projectId, target.iid, request.ciPath());
        if (outcome instanceof ReviewOutcome.NotReady(String reason)) {
            throw new NotReadyException(reason);
        }
        return (completed, task2) -> finish(target, request.wanted(), completed, task2);
    }

    /** Ends the task, unless a review was asked for while it ran: then there is one more look. */
    private void finish(Target target, long seen, ExecutionComplete completed, ExecutionOperations<Void> operations) {
        transaction.executeWithoutResult(_ -> {
            if (requests.lock(target.projectId, target.iid).wanted() == seen) {
                operations.stop();
            } else {
                operations.reschedule(completed, clock.instant());
            }
        });
    }

    /** Decides whether to try again. */
    void failed(ExecutionComplete completed, ExecutionOperations<Void> operations) {
        var execution = completed.getExecution();
        int failures = execution.consecutiveFailures;
        Throwable cause = completed.getCause().orElseGet(() -> new IllegalStateException("no cause"));
        Duration wait = switch (cause) {
            case GitLabUnavailable unavailable -> unavailable.retryAfter().orElse(retry.after(failures));
            case GitLabRefused _ -> retry.longest();
            default -> retry.after(failures);
        };
        boolean ours = !(cause instanceof GitLabUnavailable) && !(cause instanceof NotReadyException);
        if (ours) {
            LOG.error("The review {} failed; this is a fault in Kanilint.", execution.getId(), cause);
        } else {
            LOG.warn(
                    "The review {} is tried again in {} s: {}",
                    execution.getId(),
                    wait.toSeconds(),
                    cause.getMessage());
        }
        if (ours && failures >= MOST_FAULTS) {
            operations.stop();
        } else {
            operations.reschedule(completed, clock.instant().plus(wait));
        }
    }

    /** GitLab has to be given a moment. */
    private static final class NotReadyException extends RuntimeException {
        NotReadyException(String reason) {
            super(reason, null, false, false);
        }
    }

    private record Target(long projectId, long iid) {
        static Target of(TaskInstance<Void> task) {
            int mark = task.getId().indexOf('!');
            return new Target(
                    Long.parseLong(task.getId().substring(0, mark)),
                    Long.parseLong(task.getId().substring(mark + 1)));
        }
    }
}
