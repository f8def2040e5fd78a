package io.kanilint.shell;

import java.util.List;

/**
 * What came of comparing the engine with the shells.
 *
 * @param wrong what was not found or found in vain, for people; empty if all is well
 * @param micros how long the engine took, in millionths of a second
 */
record OracleVerdict(Kind kind, String wrong, long micros) {

    enum Kind {
        /** The ways are what happened and nothing else; or, in an open case, what happened is among them. */
        GOOD,
        /** What happened is not among the ways, which are said to be all. */
        MISSING,
        /** A way would have happened, and has not. */
        EXTRA,
        /** Not everything was worked out, though all was known. */
        GAVE_UP;

        boolean isError() {
            return this == MISSING || this == EXTRA;
        }
    }

    static String describe(RealRun run) {
        var text = new StringBuilder();
        text.append(run.shell()).append(' ').append(run.trial()).append(":\n");
        for (RealRun.RealCall call : run.calls()) {
            text.append("    ")
                    .append(call.failed() ? "FAILS " : "")
                    .append(call.arguments())
                    .append(' ')
                    .append(call.environment())
                    .append('\n');
        }
        text.append(run.failed() ? "    failed" : "    ended").append(", printed: ");
        return text.append(run.output().strip()).append('\n').toString();
    }

    static String describe(Way way) {
        return way(way.elements(), "    ") + (way.failed() ? "    failed\n" : "    ended\n");
    }

    private static String way(List<Element> elements, String indent) {
        var text = new StringBuilder();
        for (Element element : elements) {
            switch (element) {
                case Call call ->
                    text.append(indent)
                            .append(call.either() ? "MAY FAIL " : call.failed() ? "FAILS " : "")
                            .append(call.concurrent() ? "& " : "")
                            .append(call.words().stream()
                                    .skip(1)
                                    .map(field -> field.many() ? field.value() + "…" : String.valueOf(field.value()))
                                    .toList())
                            .append(' ')
                            .append(call.variables())
                            .append('\n');
                case Repeated(var rounds) ->
                    rounds.forEach(round -> text.append(indent)
                            .append("any number of rounds:\n")
                            .append(way(round, indent + "    ")));
            }
        }
        return text.toString();
    }
}
