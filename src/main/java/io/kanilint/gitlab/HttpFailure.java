package io.kanilint.gitlab;

import io.kanilint.trace.Traces;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An answer that is no success, on its way through gitlab4j to {@link FailureReader}. */
final class HttpFailure extends IOException implements Traces.Kind {
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

    @Override
    public String word() {
        return Integer.toString(status);
    }
}
