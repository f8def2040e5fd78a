package io.kanilint.delivery;

import java.util.Locale;

/** What became of a webhook request. */
public enum Verdict {
    /** Work for it waits or is under way. */
    QUEUED,
    /** The merge request was looked at. */
    REVIEWED,
    /** A command was answered. */
    ANSWERED,
    /** An opinion on a comment of ours was counted, or its being taken back. */
    COUNTED,
    /** There was nothing to do. */
    IGNORED,
    /** Another request told of the same event. */
    DUPLICATE,
    /** A later request led to the look that covers this one. */
    SUPERSEDED,
    /** GitLab does not let us; an administrator has to act. */
    REFUSED,
    /** It was given up. */
    FAILED;

    /** As the database has it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
