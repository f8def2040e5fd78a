package io.kanilint.shell;

import io.kanilint.shell.WordReader.Parts;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what begins with {@code $} or a backquote. */
final class ExpansionReader {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern PARAMETER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*|[0-9]+|[@*#?$!-]");
    private static final Pattern OPERATOR = Pattern.compile(":?[-=+?]|%%?|##?|//?|\\^\\^?|,,?|@|:");

    private final Cursor in;
    private final WordReader words;

    ExpansionReader(Cursor in, WordReader words) {
        this.in = in;
        this.words = words;
    }

    void expansion(Parts parts, boolean quoted) {
        in.enter();
        if (in.peek() == '`') {
            backquotes(parts, quoted);
        } else if (in.looksAt("$((")) {
            arithmetic(parts, quoted);
        } else if (in.looksAt("$(")) {
            substitution(parts, quoted);
        } else if (in.looksAt("${")) {
            braces(parts, quoted);
        } else {
            plain(parts, quoted);
        }
        in.leave();
    }

    private void plain(Parts parts, boolean quoted) {
        in.at++;
        Matcher name = NAME.matcher(in.text).region(in.at, in.limit);
        if (name.lookingAt()) {
            in.at = name.end();
            parts.add(new WordPart.Variable(name.group(), "", null, quoted));
        } else if (!in.atEnd() && (Character.isDigit(in.peek()) || "@*#?$!-".indexOf(in.peek()) >= 0)) {
            parts.add(new WordPart.Variable(String.valueOf(in.peek()), "", null, quoted));
            in.at++;
        } else {
            parts.literal("$", quoted);
        }
    }

    private void braces(Parts parts, boolean quoted) {
        int start = in.at;
        in.at += 2;
        boolean length = in.peek() == '#' && in.peek(1) != '}';
        if (length || in.peek() == '!') {
            in.at++;
        }
        Matcher name = PARAMETER.matcher(in.text).region(in.at, in.limit);
        if (!name.lookingAt()) {
            throw new ShellSyntaxException("${ without a name", start);
        }
        in.at = name.end();
        boolean indirect = in.text.charAt(start + 2) == '!';
        boolean element = in.peek() == '[';
        Matcher operator = OPERATOR.matcher(in.text).region(in.at, in.limit);
        String sign = length ? "#" : operator.lookingAt() ? operator.group() : "";
        if (!length) {
            in.at += sign.length();
        }
        Word argument = argument(start, quoted);
        parts.add(
                indirect || element
                        ? new WordPart.Unknown(in.text.substring(start, in.at), quoted)
                        : new WordPart.Variable(name.group(), sign, sign.isEmpty() ? null : argument, quoted));
    }

    private @Nullable Word argument(int opened, boolean quoted) {
        int start = in.at;
        var parts = new Parts();
        while (in.peek() != '}' || in.atEnd()) {
            if (in.atEnd()) {
                throw new ShellSyntaxException("${ is not closed", opened);
            }
            if (in.peek() == '"' || (in.peek() == '\'' && !quoted)) {
                words.part(parts);
            } else {
                words.insideDoubleQuotes(parts);
            }
        }
        int end = in.at++;
        return start == end ? null : new Word(parts.all(), start, end);
    }

    private void substitution(Parts parts, boolean quoted) {
        int start = in.at;
        in.at += 2;
        Command.Sequence body = new CommandReader(in).until(")");
        if (in.peek() != ')') {
            throw new ShellSyntaxException("$( is not closed", start);
        }
        in.at++;
        parts.add(new WordPart.Substitution(body, quoted));
    }

    private void arithmetic(Parts parts, boolean quoted) {
        int start = in.at;
        in.at += 3;
        int open = 2;
        while (open > 0) {
            if (in.atEnd()) {
                throw new ShellSyntaxException("$(( is not closed", start);
            }
            open += in.peek() == '(' ? 1 : in.peek() == ')' ? -1 : 0;
            in.at++;
        }
        parts.add(new WordPart.Arithmetic(in.text.substring(start + 3, in.at - 2), quoted));
    }

    /** The text inside is read as a script of its own; its places are those of the whole. */
    private void backquotes(Parts parts, boolean quoted) {
        int start = in.at++;
        while (in.peek() != '`' || in.atEnd()) {
            if (in.atEnd()) {
                throw new ShellSyntaxException("a ` is not closed", start);
            }
            in.at += in.peek() == '\\' ? 2 : 1;
        }
        var nested = new Cursor(in, start + 1, in.at);
        in.at++;
        parts.add(new WordPart.Substitution(new CommandReader(nested).until(""), quoted));
    }
}
