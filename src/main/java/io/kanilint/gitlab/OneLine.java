package io.kanilint.gitlab;

import java.util.regex.Pattern;

/** Sentences with names of files and branches in them, which people choose: for logs and records, where a line is one. */
public final class OneLine {
    /** What ends a line, steers a terminal, turns the direction of writing round, or is half a character. */
    private static final Pattern UNFIT =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069]");

    private OneLine() {}

    /** The text with a question mark in place of each such character. */
    public static String of(String text) {
        return UNFIT.matcher(text).replaceAll("?");
    }
}
