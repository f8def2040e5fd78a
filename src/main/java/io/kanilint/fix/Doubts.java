package io.kanilint.fix;

import java.util.List;

/** Names in a fix's title why a person must look at it. */
final class Doubts {
    private Doubts() {}

    /** A title with all doubts, the worst first. */
    static String added(String title, List<String> doubts) {
        return doubts.isEmpty() ? title : title + "; look at it first: " + String.join("; ", doubts);
    }
}
