package io.kanilint.delivery;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a delivery and schedules what it asks for, both or neither. */
@Component
class Inbox {
    private final Deliveries deliveries;
    private final ReviewRequests requests;
    private final SchedulerClient scheduler;
    private final Clock clock;

    Inbox(Deliveries deliveries, ReviewRequests requests, SchedulerClient scheduler, Clock clock) {
        this.deliveries = deliveries;
        this.requests = requests;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Accepts a delivery. One that is here already changes nothing. */
    @Transactional
    public void accept(String key, Hook hook) {
        boolean isNew = deliveries.add(key, hook, clock.instant());
        if (isNew && hook instanceof Hook.Changed(_, long projectId, long iid, String ciPath)) {
            requests.want(projectId, iid, ciPath);
            scheduler.scheduleIfNotExists(ReviewTask.instance(projectId, iid), clock.instant());
        }
    }
}
