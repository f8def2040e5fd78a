package io.kanilint.delivery;

import io.kanilint.command.CiPath;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reviews that people ask for other than by a webhook. */
@Component
public class AskedReviews {
    private final ReviewQueue queue;
    private final ReviewRequests requests;

    AskedReviews(ReviewQueue queue, ReviewRequests requests) {
        this.queue = queue;
        this.requests = requests;
    }

    /** Queues a look at a merge request before those for which nobody waits. */
    @Transactional
    public void ask(long projectId, long iid) {
        // Webhooks say where a project keeps its CI file; the last one did.
        String ciPath = requests.open(projectId, iid, CiPath.DEFAULT).ciPath();
        queue.ask(projectId, iid, ciPath);
    }
}
