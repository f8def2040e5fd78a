package io.kanilint.gitlab;

/**
 * A call to GitLab that did not do what it should. The message is written for an administrator and never contains the
 * token; it is one line, whatever names are in it. Whether to try again is one {@code switch} over the two kinds.
 */
public abstract sealed class GitLabException extends RuntimeException permits GitLabUnavailable, GitLabRefused {
    GitLabException(String message) {
        // No cause: the exceptions below us quote addresses, headers and whole answers.
        super(OneLine.of(message));
    }
}
