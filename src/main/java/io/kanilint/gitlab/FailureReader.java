package io.kanilint.gitlab;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Turns whatever a call threw into one of the two failures. */
final class FailureReader {
    static final String NO_TOKEN = "no token is set";

    /** GitLab ends a request of its own after 60 s (Rack::Timeout, administration docs on Puma). */
    private static final Duration ARRIVED_OR_DEAD = Duration.ofSeconds(60);

    private FailureReader() {}

    /** @param what the call as an infinitive: "read the changes of merge request 7 of project 3" */
    static GitLabException read(String what, Throwable thrown) {
        List<Throwable> causes = causes(thrown);
        for (Throwable cause : causes) {
            if (cause instanceof GitLabException known) {
                return known;
            }
            if (cause instanceof HttpFailure failure) {
                return answered(what, failure);
            }
        }
        for (Throwable cause : causes) {
            // Jackson's exceptions are IOExceptions as well, yet the connection was fine.
            if (cause instanceof IOException io && !(io instanceof JacksonException)) {
                return new GitLabUnavailable("Could not " + what + ": " + connection(io), null);
            }
        }
        return new GitLabUnavailable(
                "Could not " + what + ": the answer is not what GitLab's API gives ("
                        + thrown.getClass().getSimpleName()
                        + "). Is there a proxy or a sign-in page between Kanilint and "
                        + "GitLab?",
                null);
    }

    /**
     * The failure of a call that makes something. One that got no answer may still be at work in GitLab, and looking for
     * its result now would find nothing: it is to be waited for.
     */
    static GitLabException readCreating(String what, Throwable thrown) {
        GitLabException failure = read(what, thrown);
        if (failure instanceof GitLabUnavailable unavailable
                && causes(thrown).stream().anyMatch(FailureReader::mayBeAtWork)) {
            Duration asked = unavailable.retryAfter().orElse(Duration.ZERO);
            Duration wait = asked.compareTo(ARRIVED_OR_DEAD) > 0 ? asked : ARRIVED_OR_DEAD;
            return new GitLabUnavailable(String.valueOf(failure.getMessage()), wait);
        }
        return failure;
    }

    private static boolean mayBeAtWork(Throwable cause) {
        return switch (cause) {
            case HttpConnectTimeoutException _ -> false;
            case HttpTimeoutException _ -> true;
            case HttpFailure failure -> failure.status == 504;
            default -> false;
        };
    }

    private static List<Throwable> causes(Throwable thrown) {
        return Stream.<Throwable>iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .toList();
    }

    private static String connection(IOException io) {
        return switch (io) {
            case HttpConnectTimeoutException _ -> "GitLab could not be reached in time";
            case HttpTimeoutException _ -> "GitLab did not answer in time";
            case ConnectException _ -> "GitLab could not be reached (connection refused or unknown host)";
            case SSLException _ -> "no TLS connection to GitLab came about; is its certificate trusted here?";
            default -> "the connection to GitLab failed (" + io.getClass().getSimpleName() + ")";
        };
    }

    private static GitLabException answered(String what, HttpFailure failure) {
        int status = failure.status;
        String words = failure.reason.isEmpty() ? "" : ": " + failure.reason;
        if (status >= 500 || status == 408 || status == 409 || status == 429) {
            String which = switch (status) {
                case 429 -> "too many requests (429)";
                case 409 -> "another update is in progress (409)";
                default -> "status " + status;
            };
            return new GitLabUnavailable(
                    "Could not " + what + " for now, GitLab answered " + which + words, failure.retryAfter);
        }
        return new GitLabRefused(
                "Could not " + what + ", GitLab answered " + status + words + ". " + advice(failure), status);
    }

    private static String advice(HttpFailure failure) {
        return switch (failure.status) {
            case 401 ->
                failure.reason.equals(NO_TOKEN)
                        ? "Set KANILINT_GITLAB_TOKEN or KANILINT_GITLAB_TOKEN_FILE."
                        : "The token is invalid, expired or revoked: give Kanilint a new one.";
            case 403 -> "The token lacks the scope api, or its user lacks the role: it needs Developer in the project.";
            case 404 -> "It does not exist, or the token's user is no member of the project.";
            case 413 -> "Make it smaller, or leave it out of the review.";
            default ->
                failure.status / 100 == 3
                        ? "Set KANILINT_GITLAB_URL to the address that GitLab redirects to; Kanilint follows no redirects, "
                                + "since they would carry its token along."
                        : "Trying again will not help; the answer says what GitLab does not accept.";
        };
    }
}
