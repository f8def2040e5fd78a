package io.kanilint.access;

import java.time.Duration;
import org.springframework.security.authentication.LockedException;

/** Somebody has to wait before the next attempt. */
class PausedException extends LockedException {
    private final Duration wait;

    PausedException(Duration wait) {
        super("too many wrong passwords");
        this.wait = wait;
    }

    /** In whole seconds, and at least one. */
    long seconds() {
        return wait.toSeconds() + 1;
    }
}
