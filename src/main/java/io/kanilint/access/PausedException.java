package io.kanilint.access;

import org.springframework.security.authentication.LockedException;

/** Somebody has to wait before the next attempt. */
class PausedException extends LockedException {
    private final LoginPauses.Pause pause;

    PausedException(LoginPauses.Pause pause) {
        super("too many wrong passwords");
        this.pause = pause;
    }

    /** In whole seconds, and at least one. */
    long seconds() {
        return pause.time().toSeconds() + 1;
    }

    /** Whether this is the first attempt that the pause stops. */
    boolean first() {
        return pause.first();
    }
}
