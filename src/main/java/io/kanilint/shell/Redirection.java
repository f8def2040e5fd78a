package io.kanilint.shell;

import java.util.Optional;

/**
 * A redirection.
 *
 * @param operator such as {@code >}, {@code 2>&1}'s {@code >&}, or {@code <<} for a here-document
 * @param descriptor what is written before the operator: a number, or {@code {name}}
 * @param target the file or descriptor; for a here-document its delimiter
 */
public record Redirection(String operator, Optional<String> descriptor, Word target, Optional<HereDocument> document) {}
