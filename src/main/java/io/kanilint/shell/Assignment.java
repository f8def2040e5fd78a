package io.kanilint.shell;

/** {@code name=value} before a command, or alone. */
public record Assignment(String name, boolean append, Word value) {}
