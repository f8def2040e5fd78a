package io.kanilint.report;

import java.util.ArrayList;
import java.util.List;

/** Breaks text between words so that its lines fit a terminal. */
final class Wrapping {
    private static final int WIDTH = 100;

    private Wrapping() {}

    /** Lines that all begin with the indent. */
    static List<String> lines(String text, String indent) {
        return lines(text, indent, indent);
    }

    static List<String> lines(String text, String first, String others) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder(first);
        int width = Columns.of(first);
        boolean empty = true;
        for (String word : text.split(" ", -1)) {
            int more = Columns.of(word);
            if (!empty && width + 1 + more > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(others);
                width = Columns.of(others);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            width += (empty ? 0 : 1) + more;
            empty = false;
        }
        lines.add(line.toString());
        return lines;
    }
}
