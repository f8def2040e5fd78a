package io.kanilint.gitlab;

/** GitLab understood and said no; the same call will fail again until somebody changes something. */
public final class GitLabRefused extends GitLabException {
    private final int status;

    GitLabRefused(String message, int status) {
        super(message);
        this.status = status;
    }

    /**
     * GitLab's HTTP status. Two are ours, with the same meaning: 401 when no token is configured, 413 when an answer is
     * larger than we read.
     */
    public int status() {
        return status;
    }
}
