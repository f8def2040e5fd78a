package io.kanilint.shell;

/** What the reading of one script may cost, however its text is made; shared by all cursors over it. */
final class Allowance {
    private static final int DEEPEST = 200;
    private static final int MOST_UNREADABLE_LINES = 100;
    private static final int MOST_COPIED = 8_000_000;

    private int unreadableLines;
    private int copied;

    /** Refuses hostile nesting, which would overflow the stack. */
    void nest(int depth, int offset) {
        if (depth > DEEPEST) {
            throw new ShellSyntaxException("nested too deeply", offset);
        }
    }

    /** Whether another line may be unreadable: each may have cost a look at everything behind it. */
    boolean forgivesAnotherLine() {
        return ++unreadableLines <= MOST_UNREADABLE_LINES;
    }

    /** Text is copied where characters are to be left out, once per level of nesting. */
    void copy(int length, int offset) {
        copied += length;
        if (copied > MOST_COPIED) {
            throw new ShellSyntaxException("nested too deeply", offset);
        }
    }
}
