package io.kanilint.yaml;

/**
 * What is wrong with a text.
 *
 * @param offset where the mistake is
 * @param text what it is, in words that end a sentence
 */
record Clue(int offset, String text) {}
