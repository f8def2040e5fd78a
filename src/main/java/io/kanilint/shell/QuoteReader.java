package io.kanilint.shell;

/** Reads what takes the meaning from characters: quotes and backslashes. */
final class QuoteReader {
    private final Cursor in;
    private final ExpansionReader expansions;

    QuoteReader(Cursor in, ExpansionReader expansions) {
        this.in = in;
        this.expansions = expansions;
    }

    /** Reads the quoted stretch at the cursor, if there is one. */
    boolean read(Parts parts) {
        switch (in.peek()) {
            case '\\' -> escaped(parts);
            case '\'' -> singleQuoted(parts);
            case '"' -> doubleQuoted(parts);
            case '$' -> {
                return dollarQuoted(parts);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void escaped(Parts parts) {
        int index = in.index();
        if (index + 1 < in.limit) {
            parts.literal(in.charAt(index + 1), true);
            in.moveTo(index + 2);
        } else {
            parts.literal('\\', false);
            in.moveTo(index + 1);
        }
    }

    private void singleQuoted(Parts parts) {
        int start = in.index();
        int end = in.text.indexOf('\'', start + 1, in.limit);
        if (end < 0) {
            throw new ShellSyntaxException("a ' is not closed", start);
        }
        parts.literal(in.text.substring(start + 1, end), true);
        in.moveTo(end + 1);
    }

    private boolean dollarQuoted(Parts parts) {
        if (in.peek(1) == '"') {
            in.skip(1);
            doubleQuoted(parts);
            return true;
        }
        if (in.peek(1) == '\'') {
            in.skip(2);
            ansiQuoted(parts);
            return true;
        }
        return false;
    }

    private void ansiQuoted(Parts parts) {
        int start = in.at;
        int end = start;
        while (end < in.limit && in.text.charAt(end) != '\'') {
            end += in.text.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= in.limit) {
            throw new ShellSyntaxException("a $' is not closed", start);
        }
        String quoted = in.text.substring(start, end);
        parts.add(AnsiEscapes.decode(quoted)
                .<WordPart>map(text -> new WordPart.Literal(text, true))
                .orElseGet(() -> new WordPart.Unknown(quoted, true)));
        in.moveTo(end + 1);
    }

    void doubleQuoted(Parts parts) {
        int start = in.index();
        in.skip(1);
        parts.literal("", true);
        while (in.peek() != '"') {
            if (in.atEnd()) {
                throw new ShellSyntaxException("a \" is not closed", start);
            }
            inside(parts, "$`\"\\");
        }
        in.skip(1);
    }

    /** Reads one character or expansion inside of double quotes, where a backslash protects only some characters. */
    void inside(Parts parts, String escapable) {
        char c = in.peek();
        int index = in.index();
        if (c == '\\' && index + 1 < in.limit && escapable.indexOf(in.charAt(index + 1)) >= 0) {
            parts.literal(in.charAt(index + 1), true);
            in.moveTo(index + 2);
        } else if (c == '$' || c == '`') {
            expansions.expansion(parts, true);
        } else {
            parts.literal(c, true);
            in.skip(1);
        }
    }
}
