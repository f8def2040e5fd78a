package io.kanilint.fix;

import io.kanilint.shell.Command;
import io.kanilint.shell.Redirection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells commands that only ask something. */
final class Condition {
    private static final Set<String> ASKING =
            Set.of("test", "[", "grep", "egrep", "fgrep", "cmp", "diff", "command", "which", "type", "false");

    private static final Set<String> QUIET = Set.of("--quiet", "--exit-code");

    private Condition() {}

    /** Whether a command says by its exit code whether something is so. */
    static boolean is(Command command) {
        return switch (command) {
            case Command.Simple simple -> isSimple(simple);
            case Command.Test _, Command.Arithmetic _ -> true;
            case Command.Pipeline pipeline ->
                pipeline.negated() || is(pipeline.stages().getLast());
            case Command.AndOr both -> is(both.left()) || is(both.right());
            case Command.Group group -> isLast(group.body());
            case Command.Subshell subshell -> isLast(subshell.body());
            case Command.Redirected redirected -> !writes(redirected.redirections()) && is(redirected.command());
            default -> false;
        };
    }

    private static boolean isSimple(Command.Simple simple) {
        boolean asks = simple.name()
                .filter(name -> ASKING.contains(name)
                        || (name.equals("git")
                                && simple.words().stream()
                                        .flatMap(word -> word.literal().stream())
                                        .anyMatch(QUIET::contains)))
                .isPresent();
        return asks && !writes(simple.redirections());
    }

    private static boolean isLast(Command.Sequence body) {
        return !body.items().isEmpty() && is(body.items().getLast().command());
    }

    private static boolean writes(List<Redirection> redirections) {
        return redirections.stream()
                .anyMatch(redirection -> redirection.operator().startsWith(">")
                        && !redirection.target().literal().orElse("").matches("/dev/.*|\\d"));
    }

    /**
     * A condition that what is run last hangs on: where it is false the commands come to a bad end, while the shell goes on
     * if others follow.
     */
    static Optional<Command> atTheEnd(Command command) {
        return switch (command) {
            case Command.Sequence sequence ->
                sequence.items().isEmpty()
                        ? Optional.empty()
                        : atTheEnd(sequence.items().getLast().command());
            case Command.AndOr both -> {
                List<Command> chain = chain(both);
                Optional<Command> asked = both.and()
                        ? chain.subList(0, chain.size() - 1).stream()
                                .filter(Condition::is)
                                .findFirst()
                        : Optional.empty();
                yield asked.or(() -> atTheEnd(both.right()));
            }
            case Command.If choice ->
                first(Stream.concat(choice.branches().stream().map(Command.Branch::body), choice.otherwise().stream()));
            case Command.Case choice -> first(choice.arms().stream().map(Command.Arm::body));
            case Command.Group group -> atTheEnd(group.body());
            case Command.Redirected redirected -> atTheEnd(redirected.command());
            case Command.For loop -> atTheEnd(loop.body());
            case Command.ForArithmetic loop -> atTheEnd(loop.body());
            case Command.Loop loop -> atTheEnd(loop.body());
            default -> Optional.empty();
        };
    }

    private static Optional<Command> first(Stream<? extends Command> bodies) {
        return bodies.flatMap(body -> atTheEnd(body).stream()).findFirst();
    }

    /** What {@code &&} ties together, in order. */
    private static List<Command> chain(Command command) {
        if (command instanceof Command.AndOr(Command left, boolean and, Command right) && and) {
            var chain = new ArrayList<>(chain(left));
            chain.add(right);
            return chain;
        }
        return List.of(command);
    }
}
