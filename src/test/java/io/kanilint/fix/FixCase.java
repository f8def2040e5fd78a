package io.kanilint.fix;

/**
 * A job and what a fix makes of it.
 *
 * @param safe whether the fix keeps the meaning
 */
record FixCase(boolean safe, String before, String after) {}
