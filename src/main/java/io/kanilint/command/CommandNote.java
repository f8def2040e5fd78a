package io.kanilint.command;

/**
 * A comment that may hold a command.
 *
 * @param text as it was when it was written
 */
public record CommandNote(long projectId, long iid, long noteId, String text) {}
