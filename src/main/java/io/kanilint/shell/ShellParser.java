package io.kanilint.shell;

import java.util.List;

/** Reads POSIX sh and the Bash people write in CI. Never throws on bad input: what cannot be read is a node that says so. */
public final class ShellParser {
    private ShellParser() {}

    /**
     * The commands of a script. A line that cannot be read is {@link Command.Unreadable}, and reading goes on at the
     * next. If something is still open at the end, the last item is an empty {@link Command.Unreadable}.
     */
    public static Command.Sequence parse(String script) {
        return new CommandReader(new Cursor(script)).script();
    }

    /** A text in which only {@code $} and backquotes mean something, as in a here-document. */
    static Word text(String text) {
        var in = new Cursor(text);
        var parts = new Parts();
        var words = new WordReader(in);
        try {
            while (!in.atEnd()) {
                words.insideHereDocument(parts);
            }
        } catch (ShellSyntaxException _) {
            return new Word(List.of(new WordPart.Unknown(text, true)), 0, text.length());
        }
        return new Word(parts.all(), 0, text.length());
    }
}
