package io.kanilint.standin;

import java.time.Duration;

/** What can go wrong with a call. */
sealed interface Fault {

    /** An answer of a proxy or a broken server instead of GitLab's. */
    record Status(int status) implements Fault {}

    /** GitLab's throttle: plain text, and when to come back. */
    record RateLimit(Duration retryAfter) implements Fault {}

    /** The connection is cut before anything is done. */
    record Reset() implements Fault {}

    /** Nothing happens for a while, then the call is done. */
    record Hang(Duration time) implements Fault {}

    /** The connection is cut while the call is under way; after a while it is done. */
    record CutOff(Duration time) implements Fault {}

    /** The call is done, but the connection is cut before the answer. */
    record LostReply() implements Fault {}

    /** The call is done, but of the answer comes only a broken beginning. */
    record CutAnswer() implements Fault {}
}
