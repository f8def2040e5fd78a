package io.kanilint.yaml;

/** A tab between two tokens of a line: the parser that GitLab uses takes it for a blank, SnakeYAML stops at it. */
final class SeparatingTab extends RuntimeException {
    private final int index;

    /** Without a stack trace: it only carries a place. */
    SeparatingTab(int index) {
        super("tab at " + index, null, false, false);
        this.index = index;
    }

    /** Index of the tab, in code points. */
    int index() {
        return index;
    }
}
