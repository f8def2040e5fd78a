package io.kanilint.delivery;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.kanilint.command.ReviewResult;
import io.kanilint.review.ReviewOutcome;
import io.kanilint.review.Reviewer;
import io.kanilint.trace.Traces;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The task of reviewing one merge request. There is one for each, whose name is the merge request: a later push does not
 * queue a second, and no two replicas look at the same one at once. When it ends, the deliveries that asked for it are
 * judged. Its data is the {@link FailureCount}.
 */
@Component
class ReviewTask {
    static final String NAME = "review";
    /** Where not even the request could be read, the failure is that of all that wait. */
    private static final long ALL = Long.MAX_VALUE;

    private static final ReviewResult NOT_DONE = new ReviewResult(
            false,
            "This merge request could not be looked at. The administrator of Kanilint finds the reason in its log; once"
                    + " that is put right, ask again in a new comment.");
    private static final ReviewResult NOT_READY = new ReviewResult(
            false,
            "This merge request could not be looked at, since GitLab did not get its changes ready. Push to it, or ask"
                    + " again in a new comment later.");

    private final Reviewer reviewer;
    private final AnswersFirst answers;
    private final ReviewRequests requests;
    private final Deliveries deliveries;
    private final Commands commands;
    private final Turns turns;
    private final Retrier retrier;
    private final Traces traces;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReviewTask(
            Reviewer reviewer,
            AnswersFirst answers,
            ReviewRequests requests,
            Deliveries deliveries,
            Commands commands,
            Turns turns,
            Retrier retrier,
            Traces traces,
            TransactionTemplate transaction,
            Clock clock) {
        this.reviewer = reviewer;
        this.answers = answers;
        this.requests = requests;
        this.deliveries = deliveries;
        this.commands = commands;
        this.turns = turns;
        this.retrier = retrier;
        this.traces = traces;
        this.transaction = transaction;
        this.clock = clock;
    }

    static TaskInstance<String> instance(long projectId, long iid) {
        return new TaskInstance<>(NAME, projectId + "!" + iid);
    }

    /** Reviews, and says what becomes of the task. */
    CompletionHandler<String> run(TaskInstance<String> task) {
        var target = Target.of(task);
        ReviewRequests.Request request = requests.read(target.projectId, target.iid);
        Map<String, String> fields = fields(target, request.wanted());
        return LogFields.during(fields, () -> look(target, request, fields));
    }

    private Map<String, String> fields(Target target, long request) {
        return Map.of(
                LogFields.PROJECT,
                Long.toString(target.projectId),
                LogFields.MERGE_REQUEST,
                Long.toString(target.iid),
                LogFields.DELIVERY,
                deliveries.key(target.projectId, target.iid, request).orElse(""));
    }

    private CompletionHandler<String> look(Target target, ReviewRequests.Request request, Map<String, String> fields) {
        ReviewOutcome outcome;
        try {
            outcome = traces.during(
                    NAME,
                    fields,
                    () -> answers.then(() -> reviewer.review(target.projectId, target.iid, request.ciPath())));
        } catch (RuntimeException e) {
            throw new CutShortException(request.wanted(), e);
        }
        Judgement judgement = switch (outcome) {
            case ReviewOutcome.Reviewed reviewed ->
                new Judgement(Verdict.REVIEWED, "Looked at %s.".formatted(reviewed.headSha()));
            case ReviewOutcome.Skipped(String reason) -> Judgement.ignored(reason);
            case ReviewOutcome.Refused(String reason) -> new Judgement(Verdict.REFUSED, reason);
            case ReviewOutcome.NotReady(String reason) ->
                throw new CutShortException(request.wanted(), new NotReadyException(reason));
        };
        return (completed, operations) ->
                end(target, request.wanted(), judgement, said(outcome), completed, operations);
    }

    /** What is told to people who asked for it. */
    private static ReviewResult said(ReviewOutcome outcome) {
        return switch (outcome) {
            case ReviewOutcome.Reviewed reviewed ->
                new ReviewResult(true, "Looked at %s: %s.".formatted(reviewed.headSha(), reviewed.summary()));
            case ReviewOutcome.Skipped(String reason) ->
                new ReviewResult(true, "There was nothing to look at: " + reason);
            case ReviewOutcome.Refused _ -> NOT_DONE;
            case ReviewOutcome.NotReady _ -> NOT_READY;
        };
    }

    /** Decides whether to try again. A request that came since the last failure has tries of its own. */
    void failed(ExecutionComplete completed, ExecutionOperations<String> operations) {
        var target = Target.of(completed.getExecution().taskInstance);
        Look look = Look.of(Retrier.cause(completed));
        LogFields.run(fields(target, look.seen), () -> failed(target, look, completed, operations));
    }

    private void failed(Target target, Look look, ExecutionComplete completed, ExecutionOperations<String> operations) {
        var execution = completed.getExecution();
        var last = FailureCount.of((String) execution.taskInstance.getData());
        FailureCount count = look.seen == ALL ? last : last.forRequest(look.seen, execution.consecutiveFailures);
        retrier.retry(
                        completed,
                        look.failure,
                        count.of(execution.consecutiveFailures),
                        (time, reason) -> transaction.executeWithoutResult(_ -> {
                            deliveries.explain(target.projectId, target.iid, reason);
                            operations.reschedule(completed, time, count.data());
                        }))
                .ifPresent(judgement -> end(target, look.seen, judgement, look.said(), completed, operations));
    }

    /** Ends the task for all that asked, after processes died of it. */
    void giveUp(Judgement judgement, ExecutionComplete completed, ExecutionOperations<String> operations) {
        end(Target.of(completed.getExecution().taskInstance), ALL, judgement, NOT_DONE, completed, operations);
    }

    /** Ends the task, unless a review was asked for while it ran: then there is one more look. */
    private void end(
            Target target,
            long seen,
            Judgement judgement,
            ReviewResult said,
            ExecutionComplete completed,
            ExecutionOperations<String> operations) {
        transaction.executeWithoutResult(_ -> {
            long wanted = requests.lock(target.projectId, target.iid).wanted();
            deliveries.judge(target.projectId, target.iid, seen, judgement, clock.instant());
            commands.reviewed(target.projectId, target.iid, seen, said);
            if (wanted <= seen) {
                operations.stop();
            } else if (completed.getResult() == ExecutionComplete.Result.OK) {
                operations.reschedule(completed, turns.next(target.projectId), new FailureCount(wanted, 0).data());
            } else {
                // The queue counts on, and what was given up a moment ago will hardly go well at once.
                int failures = completed.getExecution().consecutiveFailures + 1;
                operations.reschedule(completed, retrier.soon(), new FailureCount(wanted, failures).data());
            }
        });
    }

    /**
     * A look that failed.
     *
     * @param seen the request that it was for
     */
    private record Look(long seen, Throwable failure) {
        static Look of(Throwable thrown) {
            return thrown instanceof CutShortException cut ? new Look(cut.seen, cut.failure) : new Look(ALL, thrown);
        }

        ReviewResult said() {
            return failure instanceof NotReadyException ? NOT_READY : NOT_DONE;
        }
    }

    /** A look that did not come to its end. */
    private static final class CutShortException extends RuntimeException {
        final long seen;
        final RuntimeException failure;

        CutShortException(long seen, RuntimeException failure) {
            super(String.valueOf(failure.getMessage()), failure, false, false);
            this.seen = seen;
            this.failure = failure;
        }
    }

    /** GitLab has to be given a moment. */
    static final class NotReadyException extends RuntimeException {
        NotReadyException(String reason) {
            super(reason, null, false, false);
        }
    }

    private record Target(long projectId, long iid) {
        static Target of(TaskInstance<?> task) {
            int mark = task.getId().indexOf('!');
            return new Target(
                    Long.parseLong(task.getId().substring(0, mark)),
                    Long.parseLong(task.getId().substring(mark + 1)));
        }
    }
}
