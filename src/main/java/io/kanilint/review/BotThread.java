package io.kanilint.review;

import java.util.OptionalInt;

/**
 * A thread that the bot opened for a finding.
 *
 * @param noteId the first note, which holds the text
 * @param body that text
 * @param path the file at the head that it sits on, or empty
 * @param line the line of that file, unless it sits elsewhere or a push changed that line
 * @param saidGone whether the bot itself said last that the finding is gone
 * @param answered whether a person wrote in it
 */
record BotThread(
        String id,
        long noteId,
        String body,
        String fingerprint,
        String path,
        OptionalInt line,
        boolean resolved,
        boolean saidGone,
        boolean answered) {

    /** Its line, if it is one of that file. */
    OptionalInt lineIn(String file) {
        return path.equals(file) ? line : OptionalInt.empty();
    }
}
