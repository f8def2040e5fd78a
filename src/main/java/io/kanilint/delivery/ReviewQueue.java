package io.kanilint.delivery;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.kanilint.gitlab.GitLabUnavailable;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts merge requests in line for a look, each at most once. */
@Component
class ReviewQueue {
    private final Deliveries deliveries;
    private final ReviewRequests requests;
    private final Turns turns;
    private final SchedulerClient scheduler;
    private final Clock clock;

    ReviewQueue(Deliveries deliveries, ReviewRequests requests, Turns turns, SchedulerClient scheduler, Clock clock) {
        this.deliveries = deliveries;
        this.requests = requests;
        this.turns = turns;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Queues what a delivery asks for, unless another delivery of the same event has done so. Needs a transaction. */
    Judgement take(String key, Hook.Changed hook) {
        long last = requests.open(hook.projectId(), hook.iid(), hook.ciPath()).wanted();
        Optional<Long> twin = deliveries.twin(key, hook);
        if (twin.isPresent()) {
            return new Judgement(Verdict.DUPLICATE, "Delivery %d told of the same event.".formatted(twin.get()));
        }
        requests.want(hook.projectId(), hook.iid(), new ReviewRequests.Request(last + 1, hook.ciPath()));
        deliveries.queue(key, last + 1);
        var task = ReviewTask.instance(hook.projectId(), hook.iid());
        // With the request's row locked, a task that is there will see the request.
        if (scheduler.getScheduledExecution(task).isEmpty()) {
            scheduler.scheduleIfNotExists(task, turns.next(hook.projectId()));
        }
        return Judgement.QUEUED;
    }

    /**
     * Queues a look that somebody waits for; gives the number of the request. Needs a transaction, and holds the row of the
     * merge request until its end.
     */
    long ask(long projectId, long iid, String ciPath) {
        long request = requests.open(projectId, iid, ciPath).wanted() + 1;
        requests.want(projectId, iid, new ReviewRequests.Request(request, ciPath));
        var task = ReviewTask.instance(projectId, iid);
        Optional<ScheduledExecution<Object>> there = scheduler.getScheduledExecution(task);
        if (there.isEmpty()) {
            scheduler.scheduleIfNotExists(task, turns.ahead());
        } else if (!there.get().isPicked()) {
            hurry(task, there.get());
        }
        return request;
    }

    /**
     * Lets a look that waits begin, though not while GitLab may be at work on what the one before it wrote: that look
     * would not find it, and would write it again.
     */
    private void hurry(TaskInstance<String> task, ScheduledExecution<?> there) {
        Instant failed = there.getLastFailure();
        Instant arrived = failed == null || there.getConsecutiveFailures() == 0
                ? Instant.MIN
                : failed.plus(GitLabUnavailable.AT_WORK);
        Instant time = arrived.isAfter(clock.instant()) ? arrived : turns.ahead();
        if (!time.isBefore(there.getExecutionTime())) {
            return;
        }
        try {
            scheduler.reschedule(task, time);
        } catch (TaskInstanceException _) {
            // It was begun this very moment, and will see the request at its end.
        }
    }
}
