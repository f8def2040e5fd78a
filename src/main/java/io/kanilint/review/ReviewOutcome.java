package io.kanilint.review;

/** How a review ended. */
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
    record Skipped(String reason) implements ReviewOutcome {}

    /** GitLab will not let us; an administrator has to act. */
    record Refused(String reason) implements ReviewOutcome {}

    /** GitLab has not made everything that is needed yet; look again soon. */
    record NotReady(String reason) implements ReviewOutcome {}
}
