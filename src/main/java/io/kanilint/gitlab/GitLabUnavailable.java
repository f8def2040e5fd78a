package io.kanilint.gitlab;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * GitLab could not be asked, or asks to be left alone for a while; the same call may succeed later. A call that writes
 * may have been carried out all the same: look before writing again.
 */
public final class GitLabUnavailable extends GitLabException {
    /**
     * How long a call that writes may still be at work after it failed: GitLab ends a request of its own after 60 s
     * (Rack::Timeout, administration docs on Puma).
     */
    public static final Duration AT_WORK = Duration.ofSeconds(60);

    private final @Nullable Duration retryAfter;

    GitLabUnavailable(String message, @Nullable Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    /** How long GitLab asks to wait: zero to one hour; empty if it did not say. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
