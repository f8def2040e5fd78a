package io.kanilint.shell;

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
}
