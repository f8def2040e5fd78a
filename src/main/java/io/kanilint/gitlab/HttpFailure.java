package io.kanilint.gitlab;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An answer that is no success, on its way through gitlab4j to {@link FailureReader}. */
final class HttpFailure extends IOException {
    final int status;
    /** GitLab's own words, or where a redirect points to; empty if there are none. */
    final String reason;

    final @Nullable Duration retryAfter;

    HttpFailure(int status, String reason, @Nullable Duration retryAfter) {
        super(status + " " + reason);
        this.status = status;
        this.reason = reason;
        this.retryAfter = retryAfter;
    }
}
