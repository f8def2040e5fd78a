package io.kanilint.shell;

import java.util.Comparator;

/** Where something begins and ends in a script, in a form in which two parsers can be compared. */
record Boundary(String kind, int start, int end) implements Comparable<Boundary> {
    private static final Comparator<Boundary> ORDER = Comparator.comparingInt(Boundary::start)
            .thenComparingInt(Boundary::end)
            .thenComparing(Boundary::kind);

    @Override
    public int compareTo(Boundary other) {
        return ORDER.compare(this, other);
    }
}
