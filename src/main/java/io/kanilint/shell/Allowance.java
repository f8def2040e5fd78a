package io.kanilint.shell;

/** What the reading of one script may cost, however its text is made; shared by all cursors over it. */
final class Allowance {
    private static final int DEEPEST = 200;
    private static final int MOST_UNREADABLE_LINES = 100;
    private static final int MOST_READ_AGAIN = 8_000_000;
    private static final int MOST_COPIED = 8_000_000;
    private static final int MOST_ALTERNATIVES = 10_000;

    private int unreadableLines;
    private int readAgain;
    private int copied;
    private int alternatives;

    /** Refuses hostile nesting, which would overflow the stack. */
    void nest(int depth, int offset) {
        if (depth > DEEPEST) {
            throw new ShellSyntaxException("nested too deeply", offset);
        }
    }

    /**
     * Whether one more line may be unreadable.
     *
     * @param read how far was read in vain
     */
    boolean forgivesAnotherLine(int read) {
        readAgain += read;
        return ++unreadableLines <= MOST_UNREADABLE_LINES && readAgain <= MOST_READ_AGAIN;
    }

    /** Whether a range such as <code>{1..9}</code> may be written out. */
    boolean writesOut(int words) {
        alternatives += words;
        return alternatives <= MOST_ALTERNATIVES;
    }

    /** Text is copied where characters are to be left out, once per level of nesting. */
    void copy(int length, int offset) {
        copied += length;
        if (copied > MOST_COPIED) {
            throw new ShellSyntaxException("nested too deeply", offset);
        }
    }
}
