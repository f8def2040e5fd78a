package io.kanilint.gitlab;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Turns whatever a call threw into one of the two failures. */
final class FailureReader {
    static final String NO_TOKEN = "no token is set";

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
     * The failure of a call that makes something. One of which GitLab itself said nothing may still be at work there, since
     * a proxy goes on when we are gone, and looking for its result now would find nothing: it is to be waited for. That is
     * so after each failure but those with which it was never sent, or was answered.
     */
    static GitLabException readCreating(String what, Throwable thrown) {
        GitLabException failure = read(what, thrown);
        if (failure instanceof GitLabUnavailable unavailable && mayBeAtWork(causes(thrown))) {
            Duration asked = unavailable.retryAfter().orElse(Duration.ZERO);
            Duration wait = asked.compareTo(GitLabUnavailable.AT_WORK) > 0 ? asked : GitLabUnavailable.AT_WORK;
            return new GitLabUnavailable(String.valueOf(failure.getMessage()), wait);
        }
        return failure;
    }

    private static boolean mayBeAtWork(List<Throwable> causes) {
        return causes.stream().noneMatch(FailureReader::isUnsentOrAnswered)
                && causes.stream().anyMatch(IOException.class::isInstance);
    }

    private static boolean isUnsentOrAnswered(Throwable cause) {
        return switch (cause) {
            case ConnectException _,
                    HttpConnectTimeoutException _,
                    UnknownHostException _,
                    SSLHandshakeException _,
                    SSLPeerUnverifiedException _ -> true;
            case HttpFailure failure -> failure.status != 504;
            case JacksonException _ -> true;
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
