package io.kanilint.gitlab;

/**
 * A job of a pipeline.
 *
 * @param status as GitLab names it: {@code success}, {@code failed}, {@code running} …
 * @param webUrl its page, or empty
 */
public record CiJob(long id, String name, String status, String webUrl) {

    /** Whether its script ran to an end, good or bad. */
    public boolean ended() {
        return status.equals("success") || status.equals("failed");
    }
}
