package io.kanilint.review;

import java.util.OptionalInt;

/**
 * A thread that the bot opened for a finding.
 *
 * @param noteId the first note, which holds the text
 * @param body that text
 * @param line the line of the head's file that it sits on, unless it sits elsewhere or a push changed that line
 * @param saidGone whether the bot itself said last that the finding is gone
 */
record BotThread(
        String id,
        long noteId,
        String body,
        String fingerprint,
        OptionalInt line,
        boolean resolved,
        boolean saidGone) {}
