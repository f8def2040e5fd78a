package io.kanilint.rules;

import io.kanilint.shell.Command;
import io.kanilint.shell.Commands;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells whether one stretch of a script is run after another, by how the script is written. */
record Order(Command.Sequence script) {
    private static final Set<String> ENDS = Set.of("exit", "return", "exec");

    /**
     * Whether a later stretch is run after an earlier one on every way on which both are run, and there is such a way.
     */
    boolean follows(int firstStart, int firstEnd, int secondStart) {
        return firstEnd <= secondStart && follows(script, firstStart, firstEnd, secondStart);
    }

    private static boolean follows(Command within, int start, int end, int second) {
        Optional<Command> both = Commands.children(within)
                .filter(child -> holds(child, start, end) && holds(child, second, second + 1))
                .findFirst();
        if (both.isPresent()) {
            return !(both.get() instanceof Command.Function) && follows(both.get(), start, end, second);
        }
        Optional<Command> one = Commands.children(within)
                .filter(child -> holds(child, start, end))
                .findFirst();
        Optional<Command> other = Commands.children(within)
                .filter(child -> holds(child, second, second + 1))
                .findFirst();
        boolean inTurn = switch (within) {
            case Command.Sequence sequence -> !ends(sequence, end, second) && !inBackground(sequence, start, end);
            case Command.AndOr chain -> chain.and();
            default -> false;
        };
        return inTurn
                && one.isPresent()
                && other.isPresent()
                && !(other.get() instanceof Command.Function)
                && (isCertain(one.get(), start, end) || isCertain(other.get(), second, second + 1));
    }

    /** Whether a stretch is run on every way through the script that ends well. */
    boolean isCertain(int start, int end) {
        return isCertain(script, start, end);
    }

    private static boolean isCertain(Command within, int start, int end) {
        List<Command> inside = Commands.children(within)
                .filter(child -> holds(child, start, end))
                .toList();
        if (inside.isEmpty()) {
            return within instanceof Command.Simple;
        }
        boolean goesThere = switch (within) {
            case Command.Sequence sequence -> !inBackground(sequence, start, end);
            case Command.AndOr chain -> holds(chain.left(), start, end);
            case Command.If choice -> holds(choice.branches().getFirst().condition(), start, end);
            case Command.Loop loop -> holds(loop.condition(), start, end);
            case Command.Case _, Command.Function _, Command.Coprocess _ -> false;
            default -> true;
        };
        return goesThere && isCertain(inside.getFirst(), start, end);
    }

    private static boolean ends(Command.Sequence sequence, int from, int to) {
        return sequence.items().stream()
                .map(Command.Item::command)
                .filter(command -> command.start() >= from && command.end() <= to)
                .anyMatch(command -> command instanceof Command.Simple simple
                        && simple.name().filter(ENDS::contains).isPresent());
    }

    private static boolean inBackground(Command.Sequence sequence, int start, int end) {
        return sequence.items().stream().anyMatch(item -> item.background() && holds(item.command(), start, end));
    }

    private static boolean holds(Command command, int start, int end) {
        return command.start() <= start && end <= command.end();
    }
}
