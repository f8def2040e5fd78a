package io.kanilint.standin;

/** Somebody puts an emoji on a comment, or takes it away. */
public record Emoji(User user, String name, boolean awarded) {}
