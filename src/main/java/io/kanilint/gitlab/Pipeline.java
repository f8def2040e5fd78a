package io.kanilint.gitlab;

/**
 * The newest pipeline of a merge request.
 *
 * @param sha the commit it runs on: the head, or for merged results a merge commit that GitLab made for it
 * @param ref branch, or {@code refs/merge-requests/:iid/head} or {@code /merge}
 */
public record Pipeline(long id, String sha, String ref) {

    /** Whether it runs on what a merge would give, and not on the head. */
    public boolean mergedResults() {
        return ref.startsWith("refs/merge-requests/") && ref.endsWith("/merge");
    }
}
