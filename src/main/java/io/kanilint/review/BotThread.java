package io.kanilint.review;

/**
 * A thread that the bot opened for a finding.
 *
 * @param noteId the first note, which holds the text
 * @param body that text
 * @param resolvedByUs whether the bot itself said last that the finding is gone
 */
record BotThread(String id, long noteId, String body, String fingerprint, boolean resolved, boolean resolvedByUs) {}
