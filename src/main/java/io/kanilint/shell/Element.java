package io.kanilint.shell;

/** What happens on a way: one call, or a stretch that is repeated. */
public sealed interface Element permits Call, Repeated {}
