package io.kanilint.fix;

import io.kanilint.text.Source;
import io.kanilint.text.Span;

/** Lines of a YAML file on which one thing stands alone, but for comments. */
final class OwnLines {
    private OwnLines() {}

    static boolean has(Span span) {
        return span.before().isBlank() && isNothing(span.after());
    }

    /** Whether a line's rest says nothing. */
    static boolean isNothing(String rest) {
        return rest.isBlank() || rest.stripLeading().startsWith("#");
    }

    /** The first of the lines of comments directly above a line, or that line itself. */
    static int withComments(Source source, int line) {
        int first = line;
        while (first > 1 && source.line(first - 1).stripLeading().startsWith("#")) {
            first--;
        }
        return first;
    }
}
