package io.kanilint.shell;

import java.util.ArrayList;

/** Reads POSIX sh and the Bash people write in CI. Never throws on bad input: what cannot be read is a node that says so. */
public final class ShellParser {
    private ShellParser() {}

    /** The commands of a script. */
    public static Command.Sequence parse(String script) {
        var in = new Cursor(script);
        var items = new ArrayList<Command.Item>();
        while (!in.atEnd()) {
            items.addAll(new CommandReader(in).until().items());
        }
        return new Command.Sequence(items, 0, script.length());
    }
}
