package io.kanilint.delivery;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.kanilint.command.Clerk;
import io.kanilint.command.Progress;
import io.kanilint.gitlab.GitLabException;
import io.kanilint.trace.Traces;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The task of answering one comment, named by its number. One that needs a review ends, and begins anew after that. */
@Component
class CommandTask {
    static final String NAME = "command";

    private static final Logger LOG = LoggerFactory.getLogger(CommandTask.class);

    private final Clerk clerk;
    private final CommandLog log;
    private final Deliveries deliveries;
    private final ReviewQueue reviews;
    private final Retrier retrier;
    private final Traces traces;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CommandTask(
            Clerk clerk,
            CommandLog log,
            Deliveries deliveries,
            ReviewQueue reviews,
            Retrier retrier,
            Traces traces,
            TransactionTemplate transaction,
            Clock clock) {
        this.clerk = clerk;
        this.log = log;
        this.deliveries = deliveries;
        this.reviews = reviews;
        this.retrier = retrier;
        this.traces = traces;
        this.transaction = transaction;
        this.clock = clock;
    }

    static TaskInstance<Void> instance(long noteId) {
        return new TaskInstance<>(NAME, Long.toString(noteId));
    }

    /** Goes as far as can be gone, and says what becomes of the task. */
    CompletionHandler<Void> run(TaskInstance<Void> task) {
        CommandLog.Entry entry = log.find(Long.parseLong(task.getId())).orElseThrow();
        if (!entry.waits()) {
            return (_, operations) -> operations.stop();
        }
        Map<String, String> fields = fields(entry);
        return LogFields.during(fields, () -> traces.during(NAME, fields, () -> answer(entry)));
    }

    private static Map<String, String> fields(CommandLog.Entry entry) {
        return Map.of(
                LogFields.PROJECT,
                Long.toString(entry.note().projectId()),
                LogFields.MERGE_REQUEST,
                Long.toString(entry.note().iid()),
                LogFields.DELIVERY,
                entry.deliveryKey());
    }

    private CompletionHandler<Void> answer(CommandLog.Entry entry) {
        return switch (clerk.take(entry.note(), entry.review())) {
            case Progress.NotForUs(String reason) -> end(entry, null, "ignored", Judgement.ignored(reason));
            case Progress.Recorded(String command) ->
                end(entry, command, "recorded", Judgement.ignored("In shadow mode commands are only recorded."));
            case Progress.Answered(String command, String outcome) ->
                end(entry, command, "answered", new Judgement(Verdict.ANSWERED, outcome));
            case Progress.NeedsReview(String command, String ciPath) ->
                (_, operations) -> transaction.executeWithoutResult(_ -> {
                    // With the request's row locked, the review that answers it cannot end before this is kept.
                    long request =
                            reviews.ask(entry.note().projectId(), entry.note().iid(), ciPath);
                    log.waitFor(entry.note().noteId(), command, request);
                    operations.stop();
                });
        };
    }

    private CompletionHandler<Void> end(
            CommandLog.Entry entry, @Nullable String name, String state, Judgement judgement) {
        return (_, operations) -> end(entry, name, state, judgement, operations);
    }

    private void end(
            CommandLog.Entry entry,
            @Nullable String name,
            String state,
            Judgement judgement,
            ExecutionOperations<Void> operations) {
        transaction.executeWithoutResult(_ -> {
            log.end(entry.note().noteId(), name, state, String.valueOf(judgement.reason()), clock.instant());
            deliveries.judge(entry.deliveryKey(), judgement, clock.instant());
            operations.stop();
        });
    }

    /** Decides whether to try again. */
    void failed(ExecutionComplete completed, ExecutionOperations<Void> operations) {
        long noteId = Long.parseLong(completed.getExecution().taskInstance.getId());
        Map<String, String> fields = log.find(noteId).map(CommandTask::fields).orElse(Map.of());
        LogFields.run(
                fields,
                () -> retrier.retry(completed, operations).ifPresent(judgement -> {
                    CommandLog.Entry entry = log.find(noteId).orElseThrow();
                    say(entry);
                    end(entry, null, "failed", judgement, operations);
                }));
    }

    /** Ends the command after processes died of it. Nothing is said to who asked: that reads what they may have died of. */
    void giveUp(Judgement judgement, ExecutionComplete completed, ExecutionOperations<Void> operations) {
        long noteId = Long.parseLong(completed.getExecution().taskInstance.getId());
        end(log.find(noteId).orElseThrow(), null, "failed", judgement, operations);
    }

    /** A courtesy: whatever happens here, the command has failed and the task ends. */
    private void say(CommandLog.Entry entry) {
        try {
            clerk.giveUp(entry.note());
        } catch (GitLabException e) {
            LOG.warn("It could not be said to who asked: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("It could not be said to who asked; this is a fault in Kanilint.", e);
        }
    }
}
