package io.kanilint.shell;

import java.util.List;

/** Reads <code>${…}</code>. What Bash would refuse only when it runs is {@link WordPart.Unknown}. */
final class ParameterReader {
    private static final List<String> OPERATORS = List.of(
            ":-", ":=", ":?", ":+", "-", "=", "?", "+", "%%", "%", "##", "#", "//", "/", "^^", "^", ",,", ",", "@",
            ":");
    private static final String SPECIAL = "@*#?$!-";

    private final Cursor in;
    private final WordReader words;

    ParameterReader(Cursor in, WordReader words) {
        this.in = in;
        this.words = words;
    }

    void read(Parts parts, boolean quoted) {
        int start = in.index();
        in.skip(2);
        if (!readKnown(parts, quoted, start)) {
            argument(start, quoted);
            parts.add(new WordPart.Unknown(in.text.substring(start, in.at), quoted));
        }
    }

    private boolean readKnown(Parts parts, boolean quoted, int start) {
        boolean length = in.peek() == '#' && in.peek(1) != '}' && in.took("#");
        String name = name();
        if (name.isEmpty()) {
            return false;
        }
        String index = null;
        if (in.took("[")) {
            int from = in.at;
            if (!closesBracket()) {
                return false;
            }
            index = in.text.substring(from, in.at - 1);
        }
        String operator = length ? "#" : operator();
        if ((length || operator.isEmpty()) && in.peek() != '}') {
            return false;
        }
        boolean pattern = !operator.isEmpty() && "%#/^,".indexOf(operator.charAt(0)) >= 0;
        Word read = argument(start, quoted && !pattern);
        Word argument = length || operator.isEmpty() ? null : read;
        parts.add(
                index == null
                        ? new WordPart.Variable(name, operator, argument, quoted)
                        : new WordPart.ArrayElement(name, index, operator, argument, quoted));
        return true;
    }

    /** Moves past the bracket's end, unless the braces end before. */
    private boolean closesBracket() {
        int open = 1;
        while (open > 0) {
            if (in.atEnd() || in.peek() == '}') {
                return false;
            }
            open += in.peek() == '[' ? 1 : in.peek() == ']' ? -1 : 0;
            words.skipOne();
        }
        return true;
    }

    private String name() {
        var name = new StringBuilder();
        boolean expansion = in.peek() == '$' && "({['\"".indexOf(in.peek(1)) >= 0;
        if (SPECIAL.indexOf(in.peek()) >= 0 && !in.atEnd() && !expansion) {
            name.append(in.peek());
            in.skip(1);
            return name.toString();
        }
        boolean digits = Character.isDigit(in.peek());
        while (digits ? Character.isDigit(in.peek()) : AssignmentAhead.isNameCharacter(in.peek(), name.isEmpty())) {
            name.append(in.peek());
            in.skip(1);
        }
        return name.toString();
    }

    private String operator() {
        for (String operator : OPERATORS) {
            if (in.took(operator)) {
                return operator;
            }
        }
        return "";
    }

    /** Reads up to and with the closing brace. */
    private Word argument(int opened, boolean quoted) {
        int start = in.end();
        var parts = new Parts();
        while (in.peek() != '}') {
            if (in.atEnd()) {
                throw new ShellSyntaxException("${ is not closed", opened);
            }
            if (!quoted || in.peek() == '"') {
                words.insideBraces(parts);
            } else if (in.peek() == '\'') {
                singleQuotes(parts);
            } else if (in.peek() == '\\' && in.charAt(in.index() + 1) == '}') {
                parts.literal('}', true);
                in.moveTo(in.index() + 2);
            } else {
                words.insideDoubleQuotes(parts);
            }
        }
        var word = new Word(parts.all(), start, in.end());
        in.skip(1);
        return word;
    }

    /** In double quotes single quotes are text, yet Bash has them come in pairs. */
    private void singleQuotes(Parts parts) {
        int start = in.index();
        int end = in.text.indexOf('\'', start + 1, in.limit);
        if (end < 0) {
            throw new ShellSyntaxException("a ' is not closed", start);
        }
        parts.literal('\'', true);
        in.skip(1);
        while (in.index() < end) {
            words.insideDoubleQuotes(parts);
        }
        if (in.at == end) {
            parts.literal('\'', true);
            in.skip(1);
        }
    }
}
