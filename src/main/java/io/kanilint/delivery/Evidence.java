package io.kanilint.delivery;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.kanilint.review.JobLogs;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What became of jobs and pipelines that we said something about. */
@Component
class Evidence {
    /** Of a job that was cancelled the log may lack its end. */
    private static final Set<String> ENDED = Set.of("success", "failed");

    private static final Judgement NOT_OURS = Judgement.ignored("No open finding waits for it.");

    private final JobLogs logs;
    private final LogQueue queue;
    private final Clock clock;

    Evidence(JobLogs logs, LogQueue queue, Clock clock) {
        this.logs = logs;
        this.queue = queue;
        this.clock = clock;
    }

    /** Called in the transaction that keeps the delivery; work that is queued here is queued with it, or not at all. */
    Judgement take(String key, Hook.JobFinished job) {
        if (!ENDED.contains(job.status())) {
            return Judgement.ignored("The job did not run to its end.");
        }
        return queue(logs.awaiting(job.projectId(), job.iid(), job.sha(), job.name()).stream()
                .map(iid -> LogTask.job(job.projectId(), iid, job.jobId(), key))
                .toList());
    }

    /** As for a job. */
    Judgement take(String key, Hook.PipelineFinished pipeline) {
        if (!ENDED.contains(pipeline.status())) {
            return Judgement.ignored("The pipeline did not run to its end.");
        }
        return queue(logs.awaiting(pipeline.projectId(), pipeline.iid(), pipeline.sha(), "").stream()
                .map(iid -> LogTask.pipeline(pipeline.projectId(), iid, pipeline.pipelineId(), key))
                .toList());
    }

    private Judgement queue(List<TaskInstance<String>> tasks) {
        if (tasks.isEmpty()) {
            return NOT_OURS;
        }
        long isNew = tasks.stream().filter(this::queue).count();
        return isNew > 0
                ? Judgement.QUEUED
                : new Judgement(Verdict.DUPLICATE, "Another delivery told of the same end.");
    }

    /** Adds a task, for which nobody is waiting; false if it is there. */
    boolean queue(TaskInstance<String> task) {
        return queue.add(task, clock.instant());
    }
}
