package io.kanilint.shell;

/**
 * A redirection.
 *
 * @param operator such as {@code >}, {@code 2>&1}'s {@code >&}, or {@code <<} for a here-document
 * @param target the file or descriptor; for a here-document its delimiter
 */
public record Redirection(String operator, Word target) {}
