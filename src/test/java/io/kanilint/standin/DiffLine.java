package io.kanilint.standin;

import org.jspecify.annotations.Nullable;

/** A line of a file's change, with its number before and after; the text keeps its line ending. */
public record DiffLine(@Nullable Integer oldLine, @Nullable Integer newLine, String text) {

    boolean added() {
        return oldLine == null;
    }

    boolean removed() {
        return newLine == null;
    }

    boolean unchanged() {
        return !added() && !removed();
    }

    String unified() {
        String sign = added() ? "+" : removed() ? "-" : " ";
        return sign + (text.endsWith("\n") ? text : text + "\n\\ No newline at end of file\n");
    }
}
