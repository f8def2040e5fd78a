package io.kanilint.yaml;

/**
 * What ends a line for YAML 1.1: more than ends a line of a file. Line and paragraph separators stay what they are in a
 * value, all others become a line feed.
 */
final class LineBreaks {
    private LineBreaks() {}

    static boolean isBreak(int c) {
        return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    static boolean isBlank(int c) {
        return c == ' ' || c == '\t';
    }

    /** How many characters the break at an offset has; 0 if there is none. */
    static int length(String text, int at) {
        if (at >= text.length() || !isBreak(text.charAt(at))) {
            return 0;
        }
        return text.startsWith("\r\n", at) ? 2 : 1;
    }

    /** What the break at an offset is in a value. */
    static char value(String text, int at) {
        char c = text.charAt(at);
        return c == '\u2028' || c == '\u2029' ? c : '\n';
    }

    /** Offset of the first break at or after an offset, or the end of the text. */
    static int next(String text, int from) {
        int at = from;
        while (at < text.length() && !isBreak(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
