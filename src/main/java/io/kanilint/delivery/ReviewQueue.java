package io.kanilint.delivery;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts merge requests in line for a look, each at most once. */
@Component
class ReviewQueue {
    private final Deliveries deliveries;
    private final ReviewRequests requests;
    private final Turns turns;
    private final SchedulerClient scheduler;

    ReviewQueue(Deliveries deliveries, ReviewRequests requests, Turns turns, SchedulerClient scheduler) {
        this.deliveries = deliveries;
        this.requests = requests;
        this.turns = turns;
        this.scheduler = scheduler;
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
}
