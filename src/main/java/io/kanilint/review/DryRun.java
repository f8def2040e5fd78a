package io.kanilint.review;

import java.util.List;

/**
 * What a review would do now.
 *
 * @param shadow whether a real one would write nothing, as the service is in shadow mode
 * @param actions what it would write, in that order
 */
public record DryRun(ReviewOutcome outcome, boolean shadow, List<Action> actions) {
    public DryRun {
        actions = List.copyOf(actions);
    }

    /**
     * Something that would be written.
     *
     * @param place where, in words
     * @param text as it would be written; empty for none
     */
    public record Action(Kind kind, String place, String text) {}

    /** What would be done. */
    public enum Kind {
        /** A new thread. */
        OPEN,
        /** Another text for a thread. */
        REWRITE,
        /** A thread is resolved, with a word if there is a text. */
        RESOLVE,
        /** A resolved thread is opened again. */
        REOPEN,
        /** The one comment on what has no thread. */
        SUMMARY,
        /** The status of the commit. */
        STATUS
    }
}
