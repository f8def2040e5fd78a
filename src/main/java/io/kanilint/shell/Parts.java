package io.kanilint.shell;

import java.util.ArrayList;
import java.util.List;

/** Parts of a word under construction; neighbouring literals are joined. */
final class Parts {
    private final List<WordPart> parts = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();
    private boolean quoted;
    private boolean open;

    void literal(char c, boolean quoted) {
        open(quoted);
        literal.append(c);
    }

    void literal(String text, boolean quoted) {
        open(quoted);
        literal.append(text);
    }

    private void open(boolean quoted) {
        if (open && this.quoted != quoted) {
            close();
        }
        this.quoted = quoted;
        open = true;
    }

    void add(WordPart part) {
        if (part instanceof WordPart.Literal(String text, boolean inQuotes)) {
            literal(text, inQuotes);
        } else {
            close();
            parts.add(part);
        }
    }

    boolean isEmpty() {
        return parts.isEmpty() && !open;
    }

    private void close() {
        if (open) {
            parts.add(new WordPart.Literal(literal.toString(), quoted));
            literal.setLength(0);
            open = false;
        }
    }

    List<WordPart> all() {
        close();
        return parts;
    }
}
