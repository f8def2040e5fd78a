package io.kanilint.shell;

import io.kanilint.shell.Outcome.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The ways through a script: which commands of interest can run one after the other in one shell.
 *
 * <p>The shell is taken to stop at the first error ({@code set -e}), as GitLab Runner sets it. Of a loop whose number
 * of rounds is not known, none, one and two rounds are looked at. The work is bounded: of very many ways the first
 * {@value #MOST} are kept.
 */
public final class Ways {
    private static final int MOST = 200;
    private static final int MOST_ROUNDS = 8;
    private static final int DEEPEST_CALL = 10;

    private final Predicate<Command.Simple> ofInterest;
    private final Map<String, Command> functions = new HashMap<>();
    private int calls;

    private Ways(Predicate<Command.Simple> ofInterest) {
        this.ofInterest = ofInterest;
    }

    /** Every different list of steps that a run of the script can take, in no particular order. */
    public static List<List<Step>> through(Command.Sequence script, Predicate<Command.Simple> ofInterest) {
        return new Ways(ofInterest)
                .walk(script).stream().map(Outcome::steps).distinct().toList();
    }

    private Set<Outcome> walk(Command command) {
        return switch (command) {
            case Command.Simple simple -> simple(simple);
            case Command.Sequence sequence -> sequence(sequence);
            case Command.Pipeline pipeline -> pipeline(pipeline);
            case Command.AndOr andOr -> andOr(andOr);
            case Command.Group group -> walk(group.body());
            case Command.Subshell subshell -> map(walk(subshell.body()), Outcome::leaveSubshell);
            case Command.If conditional -> conditional(conditional);
            case Command.Case choice -> choice(choice);
            case Command.For loop -> forLoop(loop);
            case Command.Loop loop -> loop(loop);
            case Command.Function function -> {
                functions.put(function.name(), function.body());
                yield Set.of(Outcome.OK);
            }
            case Command.Redirected redirected -> walk(redirected.command());
            case Command.Timed timed -> walk(timed.command());
            case Command.Coprocess coprocess -> map(walk(coprocess.command()), Outcome::inBackground);
            case Command.ForArithmetic loop -> rounds(walk(loop.body()));
            case Command.Test _, Command.Arithmetic _ -> Outcome.EITHER;
            case Command.Unreadable _ -> Set.of(Outcome.OK);
        };
    }

    private Set<Outcome> simple(Command.Simple simple) {
        Set<Outcome> before = substitutions(simple);
        Set<Outcome> own = ofInterest.test(simple) ? Outcome.of(simple) : plain(simple);
        return simple.words().isEmpty() && before.size() > 1 ? before : then(before, own, _ -> true);
    }

    private Set<Outcome> plain(Command.Simple simple) {
        String name = simple.name().orElse("");
        Command function = functions.get(name);
        if (function != null && calls < DEEPEST_CALL) {
            calls++;
            Set<Outcome> outcomes = map(walk(function), Outcome::leaveFunction);
            calls--;
            return outcomes;
        }
        return switch (name) {
            case "exit" -> Set.of(Outcome.OK.with(Status.EXITED));
            case "return" -> Set.of(Outcome.OK.with(Status.RETURNED));
            case "true", ":", "echo", "printf", "export", "" -> Set.of(Outcome.OK);
            case "false" -> Set.of(Outcome.OK.with(Status.FAILED));
            default -> Outcome.EITHER;
        };
    }

    /** Commands inside {@code $(…)} run before the command itself. */
    private Set<Outcome> substitutions(Command.Simple simple) {
        Set<Outcome> outcomes = Set.of(Outcome.OK);
        var words = new ArrayList<>(simple.words());
        simple.assignments().forEach(assignment -> words.add(assignment.value()));
        for (Word word : words) {
            for (WordPart part : word.parts()) {
                if (part instanceof WordPart.Substitution substitution) {
                    outcomes = then(outcomes, map(walk(substitution.body()), Outcome::leaveSubshell), _ -> true);
                }
            }
        }
        return outcomes;
    }

    private Set<Outcome> sequence(Command.Sequence sequence) {
        Set<Outcome> outcomes = Set.of(Outcome.OK);
        for (Command.Item item : sequence.items()) {
            Set<Outcome> next = walk(item.command());
            outcomes = then(
                    map(outcomes, Outcome::stopAtError),
                    item.background() ? map(next, Outcome::inBackground) : next,
                    _ -> true);
        }
        return outcomes;
    }

    private Set<Outcome> pipeline(Command.Pipeline pipeline) {
        Set<Outcome> outcomes = Set.of(Outcome.OK);
        for (Command stage : pipeline.stages()) {
            Set<Outcome> next = walk(stage);
            outcomes =
                    then(outcomes, pipeline.stages().size() > 1 ? map(next, Outcome::leaveSubshell) : next, _ -> true);
        }
        return pipeline.negated() ? map(outcomes, Outcome::negate) : outcomes;
    }

    private Set<Outcome> andOr(Command.AndOr andOr) {
        Set<Outcome> left = map(walk(andOr.left()), Outcome::tested);
        Status goesOn = andOr.and() ? Status.OK : Status.TESTED;
        return then(left, walk(andOr.right()), status -> status == goesOn);
    }

    private Set<Outcome> conditional(Command.If conditional) {
        var outcomes = new LinkedHashSet<Outcome>();
        Set<Outcome> open = Set.of(Outcome.OK);
        for (Command.Branch branch : conditional.branches()) {
            Set<Outcome> tested = then(open, map(walk(branch.condition()), Outcome::tested), _ -> true);
            tested.stream().filter(Outcome::ended).forEach(outcomes::add);
            outcomes.addAll(then(filter(tested, Status.OK), walk(branch.body()), _ -> true));
            open = map(filter(tested, Status.TESTED), way -> way.with(Status.OK));
        }
        Set<Outcome> otherwise = conditional.otherwise().map(this::walk).orElse(Set.of(Outcome.OK));
        outcomes.addAll(then(open, otherwise, _ -> true));
        return bounded(outcomes);
    }

    private Set<Outcome> choice(Command.Case choice) {
        var outcomes = new LinkedHashSet<Outcome>();
        List<Command.Arm> arms = choice.arms();
        for (int i = 0; i < arms.size(); i++) {
            Set<Outcome> body = walk(arms.get(i).body());
            for (int next = i; arms.get(next).fallsThrough() && next + 1 < arms.size(); next++) {
                body = then(body, walk(arms.get(next + 1).body()), _ -> true);
            }
            outcomes.addAll(body);
        }
        if (arms.stream().noneMatch(Command.Arm::takesAll)) {
            outcomes.add(Outcome.OK);
        }
        return bounded(outcomes);
    }

    private Set<Outcome> forLoop(Command.For loop) {
        Optional<Integer> rounds = loop.words()
                .filter(words -> words.stream().allMatch(word -> word.literal().isPresent()))
                .map(List::size);
        Set<Outcome> body = walk(loop.body());
        if (rounds.isPresent()) {
            return repeat(body, Math.min(rounds.get(), MOST_ROUNDS));
        }
        return rounds(body);
    }

    private Set<Outcome> rounds(Set<Outcome> body) {
        var outcomes = new LinkedHashSet<Outcome>();
        for (int n = 0; n <= 2; n++) {
            outcomes.addAll(repeat(body, n));
        }
        return bounded(outcomes);
    }

    private Set<Outcome> repeat(Set<Outcome> body, int rounds) {
        Set<Outcome> outcomes = Set.of(Outcome.OK);
        for (int i = 0; i < rounds; i++) {
            outcomes = then(map(outcomes, Outcome::stopAtError), body, _ -> true);
        }
        return outcomes;
    }

    private Set<Outcome> loop(Command.Loop loop) {
        Set<Outcome> condition = map(walk(loop.condition()), Outcome::tested);
        Set<Outcome> body = walk(loop.body());
        Status goesOn = loop.until() ? Status.TESTED : Status.OK;
        var outcomes = new LinkedHashSet<Outcome>();
        Set<Outcome> open = condition;
        for (int round = 0; round < 2; round++) {
            open.stream()
                    .filter(way -> way.status() != goesOn)
                    .map(Outcome::leaveLoop)
                    .forEach(outcomes::add);
            open = then(map(then(filter(open, goesOn), body, _ -> true), Outcome::stopAtError), condition, _ -> true);
        }
        open.stream().map(Outcome::leaveLoop).forEach(outcomes::add);
        return bounded(outcomes);
    }

    /** The second after each of the first that goes on; those that do not are kept as they are. */
    private static Set<Outcome> then(Set<Outcome> first, Set<Outcome> second, Predicate<Status> goesOn) {
        var outcomes = new LinkedHashSet<Outcome>();
        for (Outcome before : first) {
            if (before.ended() || !goesOn.test(before.status())) {
                outcomes.add(before);
            } else {
                second.forEach(after -> outcomes.add(before.then(after)));
            }
        }
        return bounded(outcomes);
    }

    private static Set<Outcome> map(Set<Outcome> outcomes, UnaryOperator<Outcome> change) {
        var changed = new LinkedHashSet<Outcome>();
        outcomes.forEach(outcome -> changed.add(change.apply(outcome)));
        return changed;
    }

    private static Set<Outcome> filter(Set<Outcome> outcomes, Status status) {
        var kept = new LinkedHashSet<>(outcomes);
        kept.removeIf(outcome -> outcome.status() != status);
        return kept;
    }

    private static Set<Outcome> bounded(Set<Outcome> outcomes) {
        return outcomes.size() <= MOST
                ? outcomes
                : new LinkedHashSet<>(outcomes.stream().limit(MOST).toList());
    }
}
