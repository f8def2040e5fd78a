package io.kanilint.shell;

import java.util.ArrayList;
import java.util.List;

/** A place in a script while it is read: skips what the shell skips. */
final class Cursor {

    final String text;
    private final List<HereDocument> pending = new ArrayList<>();
    /** Just past the last character that may be read. */
    final int limit;

    int at;
    int depth;
    int unreadable;

    Cursor(String text) {
        this.text = text;
        this.limit = text.length();
    }

    /** A stretch of another cursor's text, read on its own. */
    Cursor(Cursor whole, int from, int limit) {
        this.text = whole.text;
        this.at = from;
        this.limit = Math.min(limit, whole.limit);
        this.depth = whole.depth;
        this.unreadable = whole.unreadable;
    }

    boolean atEnd() {
        return at >= limit;
    }

    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return at + ahead < limit ? text.charAt(at + ahead) : '\0';
    }

    boolean looksAt(String expected) {
        return text.startsWith(expected, at) && at + expected.length() <= limit;
    }

    /** Skips blanks, continued lines and a comment; stops at a line break. */
    void skipBlanks() {
        while (!atEnd()) {
            if (peek() == ' ' || peek() == '\t' || peek() == '\r') {
                at++;
            } else if (continuesLine()) {
                at += continuation();
            } else if (peek() == '#') {
                while (!atEnd() && peek() != '\n') {
                    at++;
                }
            } else {
                return;
            }
        }
    }

    boolean continuesLine() {
        return continuation() > 0;
    }

    /** Length of a backslash with the line break after it, or 0. */
    int continuation() {
        if (peek() != '\\') {
            return 0;
        }
        return peek(1) == '\n' ? 2 : peek(1) == '\r' && peek(2) == '\n' ? 3 : 0;
    }

    void skipBlanksAndLines() {
        skipBlanks();
        while (peek() == '\n') {
            lineBreak();
            skipBlanks();
        }
    }

    void expectHereDocument(HereDocument document) {
        pending.add(document);
    }

    /** Moves past a line break and the here-documents that begin after it. */
    void lineBreak() {
        at++;
        for (HereDocument document : pending) {
            skipHereDocument(document);
        }
        pending.clear();
    }

    private void skipHereDocument(HereDocument document) {
        while (!atEnd()) {
            int end = text.indexOf('\n', at);
            boolean last = end < 0 || end >= limit;
            String line = text.substring(at, last ? limit : end);
            at = last ? limit : end + 1;
            String bare = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            if (document.isEndedBy(bare)) {
                return;
            }
        }
    }

    /** Bounds recursion, so that hostile nesting is an error and no overflow. */
    void enter() {
        if (++depth > 200) {
            throw new ShellSyntaxException("nested too deeply", at);
        }
    }

    void leave() {
        depth--;
    }
}
