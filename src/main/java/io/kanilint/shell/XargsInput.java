package io.kanilint.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The input of {@code xargs}, taken apart: at blanks but in quotes, or line by line. */
final class XargsInput {
    private final String text;
    private final boolean lines;
    private final List<String> items = new ArrayList<>();
    private final StringBuilder item = new StringBuilder();
    private boolean started;
    private int at;

    private XargsInput(String text, boolean lines) {
        this.text = text;
        this.lines = lines;
    }

    /** The items; empty if a quote is not closed, which is an error. */
    static Optional<List<String>> items(String text, boolean lines) {
        return new XargsInput(text, lines).all();
    }

    static List<String> parted(String text, String delimiter) {
        String inner = text.endsWith(delimiter) ? text.substring(0, text.length() - 1) : text;
        return text.isEmpty() ? List.of() : List.of(inner.split(java.util.regex.Pattern.quote(delimiter), -1));
    }

    private Optional<List<String>> all() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            boolean blank = c == ' ' || c == '\t';
            if (c == '\n' || (blank && !lines)) {
                end();
            } else if (c == '\'' || c == '"') {
                int close = text.indexOf(c, at);
                if (close < 0 || text.substring(at, close).contains("\n")) {
                    return Optional.empty();
                }
                item.append(text, at, close);
                started = true;
                at = close + 1;
            } else if (!blank || started) {
                started = true;
                item.append(c == '\\' && at < text.length() ? text.charAt(at++) : c);
            }
        }
        end();
        return Optional.of(items);
    }

    private void end() {
        if (started) {
            items.add(item.toString());
        }
        started = false;
        item.setLength(0);
    }
}
