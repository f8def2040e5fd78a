package io.kanilint.shell;

import java.util.HashMap;
import java.util.Map;

/**
 * The work that the scripts of one configuration may cost together, in commands that are run. Without it a file with many
 * jobs, each just within its own bound, would keep a reviewer busy for minutes.
 */
public final class Effort {
    /** About a second of work at worst; an ordinary script needs 3 to 300 of them. */
    private static final int MOST_COMMANDS = 50_000;

    private final Map<String, Command.Sequence> parsed = new HashMap<>();
    private int left = MOST_COMMANDS;

    /** A text as commands: one that is run in several circumstances is parsed once. */
    public Command.Sequence parse(String text) {
        return parsed.computeIfAbsent(text, ShellParser::parse);
    }

    /** Whether one more command may be run. */
    boolean spend() {
        left = Math.max(-1, left - 1);
        return !isSpent();
    }

    /** Whether something had to be left out. */
    public boolean isSpent() {
        return left < 0;
    }
}
