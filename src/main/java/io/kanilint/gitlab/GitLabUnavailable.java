package io.kanilint.gitlab;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * GitLab could not be asked, or asks to be left alone for a while; the same call may succeed later. A call that writes
 * may have been carried out all the same: look before writing again.
 */
public final class GitLabUnavailable extends GitLabException {
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
