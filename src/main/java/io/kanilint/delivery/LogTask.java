package io.kanilint.delivery;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.kanilint.review.JobLogs;
import io.kanilint.trace.Traces;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The task of reading the log of one job, or of finding the jobs of a pipeline whose logs are to be read. Its name says which,
 * so that each is there once; its data is the key of the delivery that asked for it, or empty.
 */
@Component
class LogTask {
    static final String NAME = "job-log";
    private static final String JOB = "job";
    private static final String PIPELINE = "pipeline";

    private final JobLogs logs;
    private final Evidence evidence;
    private final Deliveries deliveries;
    private final Retrier retrier;
    private final Traces traces;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LogTask(
            JobLogs logs,
            Evidence evidence,
            Deliveries deliveries,
            Retrier retrier,
            Traces traces,
            TransactionTemplate transaction,
            Clock clock) {
        this.logs = logs;
        this.evidence = evidence;
        this.deliveries = deliveries;
        this.retrier = retrier;
        this.traces = traces;
        this.transaction = transaction;
        this.clock = clock;
    }

    static TaskInstance<String> job(long projectId, long iid, long jobId, String key) {
        return new TaskInstance<>(NAME, "%s!%d!%d!%d".formatted(JOB, projectId, iid, jobId), key);
    }

    static TaskInstance<String> pipeline(long projectId, long iid, long pipelineId, String key) {
        return new TaskInstance<>(NAME, "%s!%d!%d!%d".formatted(PIPELINE, projectId, iid, pipelineId), key);
    }

    /** Reads, and says what becomes of the task. */
    CompletionHandler<String> run(TaskInstance<String> task) {
        Map<String, String> fields = fields(task);
        return LogFields.during(fields, () -> traces.during(NAME, fields, () -> read(task)));
    }

    private static Map<String, String> fields(TaskInstance<String> task) {
        var target = Target.of(task);
        String key = task.getData();
        return Map.of(
                LogFields.PROJECT,
                Long.toString(target.projectId),
                LogFields.MERGE_REQUEST,
                Long.toString(target.iid),
                LogFields.DELIVERY,
                key == null ? "" : key);
    }

    private CompletionHandler<String> read(TaskInstance<String> task) {
        var target = Target.of(task);
        if (target.kind.equals(PIPELINE)) {
            List<Long> jobs = logs.jobs(target.projectId, target.iid, target.number);
            Judgement judgement = jobs.isEmpty()
                    ? Judgement.ignored("No job of it has a log that is still to be read.")
                    : new Judgement(Verdict.REVIEWED, "The logs of %d of its jobs are read.".formatted(jobs.size()));
            return (_, operations) -> transaction.executeWithoutResult(_ -> {
                jobs.forEach(job -> evidence.queue(job(target.projectId, target.iid, job, "")));
                end(task, judgement, operations);
            });
        }
        Optional<String> nothing = logs.read(target.projectId, target.iid, target.number);
        Judgement judgement = nothing.map(Judgement::ignored)
                .orElse(new Judgement(Verdict.REVIEWED, "Its log shows what was found, and the thread says so."));
        return (_, operations) -> transaction.executeWithoutResult(_ -> end(task, judgement, operations));
    }

    private void end(TaskInstance<String> task, Judgement judgement, ExecutionOperations<String> operations) {
        String key = task.getData();
        if (key != null && !key.isEmpty()) {
            deliveries.judge(key, judgement, clock.instant());
        }
        operations.stop();
    }

    /** Decides whether to try again. */
    @SuppressWarnings("unchecked") // db-scheduler does not know the type of the data here.
    void failed(ExecutionComplete completed, ExecutionOperations<String> operations) {
        var task = (TaskInstance<String>) completed.getExecution().taskInstance;
        LogFields.run(
                fields(task),
                () -> retrier.retry(completed, operations)
                        .ifPresent(judgement -> giveUp(judgement, completed, operations)));
    }

    @SuppressWarnings("unchecked") // As above.
    void giveUp(Judgement judgement, ExecutionComplete completed, ExecutionOperations<String> operations) {
        var task = (TaskInstance<String>) completed.getExecution().taskInstance;
        transaction.executeWithoutResult(_ -> {
            var target = Target.of(task);
            if (target.kind.equals(JOB)) {
                // An earlier try may have claimed threads; the log of a later job may be readable.
                logs.release(target.projectId, target.iid, target.number);
            }
            end(task, judgement, operations);
        });
    }

    private record Target(String kind, long projectId, long iid, long number) {
        static Target of(TaskInstance<?> task) {
            String[] parts = task.getId().split("!", -1);
            return new Target(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]), Long.parseLong(parts[3]));
        }
    }
}
