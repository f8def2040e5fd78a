package io.kanilint.review;

import io.kanilint.gitlab.OneLine;

/** How a review ended. A reason is one line. */
public sealed interface ReviewOutcome {

    /**
     * The merge request was looked at.
     *
     * @param status the status that its head has now from us, or empty if it could not be given one
     * @param findings how many there are at its head
     * @param openThreads how many of our threads are left open
     * @param summary what was done, for the log
     */
    record Reviewed(String headSha, String status, int findings, int openThreads, String summary)
            implements ReviewOutcome {}

    /** There was nothing to look at. */
    record Skipped(String reason) implements ReviewOutcome {
        public Skipped {
            reason = OneLine.of(reason);
        }
    }

    /** GitLab will not let us; an administrator has to act. */
    record Refused(String reason) implements ReviewOutcome {
        public Refused {
            reason = OneLine.of(reason);
        }
    }

    /** GitLab has not made everything that is needed yet; look again soon. */
    record NotReady(String reason) implements ReviewOutcome {
        public NotReady {
            reason = OneLine.of(reason);
        }
    }
}
