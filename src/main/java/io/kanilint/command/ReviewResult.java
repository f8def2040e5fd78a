package io.kanilint.command;

/**
 * What came of the review that a command needed.
 *
 * @param done whether there was one; also if there was nothing to look at
 * @param text what is to be said about it, in our own words only
 */
public record ReviewResult(boolean done, String text) {}
