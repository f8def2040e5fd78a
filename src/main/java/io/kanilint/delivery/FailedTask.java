package io.kanilint.delivery;

import io.kanilint.gitlab.GitLabRefused;
import io.kanilint.gitlab.GitLabUnavailable;
import java.time.Duration;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What to do about a task that threw. */
sealed interface FailedTask {
    /** How often a fault of ours is tried again, in case it was none. */
    int MOST_FAULTS = 5;
    /** With ten minutes between the last of them, about two hours: GitLab takes seconds to prepare a diff. */
    int MOST_WAITS = 20;

    /** Whether we do not know what happened; else it is somebody else's trouble. */
    boolean ours();

    /** It may pass. */
    record Again(Duration pause, String reason, boolean ours) implements FailedTask {}

    /** Trying again will not help. */
    record GivenUp(Judgement judgement, boolean ours) implements FailedTask {}

    /**
     * Says what to do.
     *
     * @param failures how many there were in a row before this one
     */
    static FailedTask of(Throwable cause, int failures, RetryProperties retry) {
        return switch (cause) {
            case GitLabUnavailable away ->
                new Again(pause(away, retry.after(failures)), String.valueOf(away.getMessage()), false);
            case GitLabRefused refused ->
                new GivenUp(new Judgement(Verdict.REFUSED, String.valueOf(refused.getMessage())), false);
            case ReviewTask.NotReadyException early
            when failures < MOST_WAITS -> new Again(retry.after(failures), String.valueOf(early.getMessage()), false);
            case ReviewTask.NotReadyException early ->
                new GivenUp(
                        new Judgement(
                                Verdict.FAILED,
                                "%s It was asked for %d times. Push to the merge request to have it looked at again."
                                        .formatted(early.getMessage(), failures + 1)),
                        false);
            case DataAccessResourceFailureException _,
                    RecoverableDataAccessException _,
                    TransientDataAccessException _,
                    CannotCreateTransactionException _ ->
                new Again(retry.after(failures), "The database could not be used for a moment.", false);
            default -> {
                String reason = "This is a fault in Kanilint (%s); its log says more."
                        .formatted(cause.getClass().getSimpleName());
                yield failures < MOST_FAULTS
                        ? new Again(retry.after(failures), reason, true)
                        : new GivenUp(new Judgement(Verdict.FAILED, reason), true);
            }
        };
    }

    /** The longer of both: GitLab may ask for no wait at all, and a clock ahead of its own makes nothing of what it asks. */
    private static Duration pause(GitLabUnavailable away, Duration usual) {
        return away.retryAfter()
                .map(RetryProperties::asked)
                .filter(asked -> asked.compareTo(usual) > 0)
                .orElse(usual);
    }
}
