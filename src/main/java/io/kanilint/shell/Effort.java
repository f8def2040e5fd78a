package io.kanilint.shell;

/**
 * The work that the scripts of one configuration may cost together, in commands that are run. Without it a file with many
 * jobs, each just within its own bound, would keep a reviewer busy for minutes.
 */
public final class Effort {
    /** About a second of work at worst; an ordinary script needs 3 to 300 of them. */
    private static final int MOST_COMMANDS = 50_000;

    private int left = MOST_COMMANDS;

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
