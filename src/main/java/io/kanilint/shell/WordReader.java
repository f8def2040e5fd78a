package io.kanilint.shell;

import java.util.ArrayList;
import java.util.List;

/** Reads one word: quotes, escapes and expansions. */
final class WordReader {
    private final Cursor in;
    private final ExpansionReader expansions;

    WordReader(Cursor in) {
        this.in = in;
        this.expansions = new ExpansionReader(in, this);
    }

    static boolean endsWord(char c) {
        return switch (c) {
            case '\0', ' ', '\t', '\r', '\n', ';', '&', '|', '<', '>', '(', ')' -> true;
            default -> false;
        };
    }

    /** Reads the word at the cursor; it must not be empty. */
    Word word() {
        int start = in.at;
        var parts = new Parts();
        while (in.continuesLine() || (!in.atEnd() && !endsWord(in.peek()))) {
            part(parts);
        }
        if (isArrayValue()) {
            parts.add(new WordPart.ArrayValue(array()));
        }
        if (in.at == start) {
            throw new ShellSyntaxException("a word is missing", start);
        }
        return new Word(parts.all(), start, in.at);
    }

    private boolean isArrayValue() {
        return in.peek() == '(' && in.at > 0 && in.text.charAt(in.at - 1) == '=';
    }

    private List<Word> array() {
        var elements = new ArrayList<Word>();
        in.at++;
        in.skipBlanksAndLines();
        while (in.peek() != ')') {
            if (in.atEnd()) {
                throw new ShellSyntaxException("an array is not closed", in.at);
            }
            elements.add(word());
            in.skipBlanksAndLines();
        }
        in.at++;
        return elements;
    }

    /** Reads the next quoted stretch, expansion or character. */
    void part(Parts parts) {
        char c = in.peek();
        if (in.continuesLine()) {
            in.at += in.continuation();
        } else if (c == '\\') {
            parts.literal(in.peek(1) == '\0' ? "\\" : String.valueOf(in.peek(1)), true);
            in.at = Math.min(in.at + 2, in.limit);
        } else if (c == '\'') {
            singleQuoted(parts);
        } else if (c == '"') {
            doubleQuoted(parts);
        } else if (c == '$' && in.peek(1) == '\'') {
            ansiQuoted(parts);
        } else if (c == '$' || c == '`') {
            expansions.expansion(parts, false);
        } else if (c == '*' || c == '?') {
            parts.add(new WordPart.Glob(String.valueOf(c)));
            in.at++;
        } else {
            parts.literal(String.valueOf(c), false);
            in.at++;
        }
    }

    private void singleQuoted(Parts parts) {
        int end = in.text.indexOf('\'', in.at + 1);
        if (end < 0 || end >= in.limit) {
            throw new ShellSyntaxException("a ' is not closed", in.at);
        }
        parts.literal(in.text.substring(in.at + 1, end), true);
        in.at = end + 1;
    }

    private void ansiQuoted(Parts parts) {
        int start = in.at;
        in.at += 2;
        while (in.peek() != '\'') {
            if (in.atEnd()) {
                throw new ShellSyntaxException("a $' is not closed", start);
            }
            in.at += in.peek() == '\\' ? 2 : 1;
        }
        String quoted = in.text.substring(start + 2, in.at);
        in.at++;
        parts.add(quoted.contains("\\") ? new WordPart.Unknown(quoted, true) : new WordPart.Literal(quoted, true));
    }

    private void doubleQuoted(Parts parts) {
        int start = in.at++;
        parts.literal("", true);
        while (in.peek() != '"' || in.atEnd()) {
            if (in.atEnd()) {
                throw new ShellSyntaxException("a \" is not closed", start);
            }
            insideDoubleQuotes(parts);
        }
        in.at++;
    }

    void insideDoubleQuotes(Parts parts) {
        char c = in.peek();
        if (in.continuesLine()) {
            in.at += in.continuation();
        } else if (c == '\\' && "$`\"\\".indexOf(in.peek(1)) >= 0) {
            parts.literal(String.valueOf(in.peek(1)), true);
            in.at += 2;
        } else if (c == '$' || c == '`') {
            expansions.expansion(parts, true);
        } else {
            parts.literal(String.valueOf(c), true);
            in.at++;
        }
    }

    /** Parts under construction; neighbouring literals are joined. */
    static final class Parts {
        private final List<WordPart> parts = new ArrayList<>();
        private final StringBuilder literal = new StringBuilder();
        private boolean quoted;
        private boolean open;

        void literal(String text, boolean quoted) {
            if (open && this.quoted != quoted) {
                close();
            }
            this.quoted = quoted;
            open = true;
            literal.append(text);
        }

        void add(WordPart part) {
            close();
            parts.add(part);
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
}
