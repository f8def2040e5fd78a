package io.kanilint.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Where our parser sees commands begin and end. A simple command reaches from its first word or assignment to its last,
 * as parsers differ about redirections.
 */
final class Boundaries {
    private final TreeSet<Boundary> found = new TreeSet<>();

    static TreeSet<Boundary> of(Command.Sequence script) {
        var boundaries = new Boundaries();
        for (Object node : Trees.nodes(script)) {
            switch (node) {
                case Command.Simple simple -> boundaries.simple(simple);
                case Assignment assignment ->
                    boundaries.add(
                            "assignment",
                            assignment.value().end(),
                            assignment.value().end());
                case Command.Pipeline pipeline
                when pipeline.negated() -> boundaries.add("negated", pipeline.start(), pipeline.start());
                case Command.Subshell subshell -> boundaries.add("subshell", subshell.start(), subshell.end());
                case Command.Group group -> boundaries.add("group", group.start(), group.end());
                case Command.If conditional -> boundaries.add("if", conditional.start(), conditional.end());
                case Command.Case choice -> boundaries.add("case", choice.start(), choice.end());
                case Command.For loop -> boundaries.add("for", loop.start(), loop.end());
                case Command.ForArithmetic loop -> boundaries.add("for", loop.start(), loop.end());
                case Command.Loop loop -> boundaries.add("while", loop.start(), loop.end());
                case Command.Function function -> boundaries.add("function", function.start(), function.start());
                case Command.Test test -> boundaries.add("test", test.start(), test.end());
                case Command.Arithmetic test -> boundaries.add("arithmetic", test.start(), test.end());
                default -> {}
            }
        }
        return boundaries.found;
    }

    private void simple(Command.Simple simple) {
        List<Integer> offsets = new ArrayList<>();
        for (Word word : simple.words()) {
            offsets.addAll(List.of(word.start(), word.end()));
        }
        simple.assignments()
                .forEach(assignment -> offsets.add(assignment.value().end()));
        if (!simple.assignments().isEmpty()) {
            offsets.add(startOfAssignments(simple));
        }
        if (!offsets.isEmpty()) {
            offsets.sort(null);
            add("simple", offsets.getFirst(), offsets.getLast());
        }
    }

    /** An assignment knows where its value begins; its name begins where the command does, or behind a redirection. */
    private static int startOfAssignments(Command.Simple simple) {
        Assignment first = simple.assignments().getFirst();
        int start = simple.start();
        for (Redirection redirection : simple.redirections()) {
            int end = redirection.target().end();
            start = end < first.value().start() ? Math.max(start, end + 1) : start;
        }
        return start;
    }

    private void add(String kind, int start, int end) {
        found.add(new Boundary(kind, start, end));
    }
}
