package io.kanilint.shell;

import io.kanilint.shell.State.Flow;
import io.kanilint.shell.State.Status;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs loops. While it is known how often, round by round; else as any number of rounds, in which nothing is known of what
 * the loop itself sets.
 */
final class Loops {

    private final Interpreter interpreter;
    private final Expander expander;
    private final Budget budget;

    Loops(Interpreter interpreter, Expander expander, Budget budget) {
        this.interpreter = interpreter;
        this.expander = expander;
        this.budget = budget;
    }

    List<State> run(Command.For loop, State state, Context context) {
        if (loop.words().isEmpty()) {
            return rounds(loop, state.env().arguments(), state, context);
        }
        return expander.fields(loop.words().get(), state, context).stream()
                .flatMap(one -> one.state().goesOn()
                        ? rounds(loop, one.result(), one.state(), context).stream()
                        : Stream.of(one.state()))
                .distinct()
                .toList();
    }

    private List<State> rounds(Command.For loop, List<Field> fields, State state, Context context) {
        Context inside = context.loop();
        boolean counted = fields.size() <= Budget.MOST_ROUNDS && fields.stream().noneMatch(Field::many);
        if (!counted) {
            Set<String> sets = setIn(loop.body(), state);
            sets.add(loop.variable());
            return anyNumber(
                    new LoopParts(
                            now -> States.either(
                                    now.with(now.env().set(loop.variable(), budget.fresh(loop.variable())))),
                            false,
                            now -> interpreter.run(loop.body(), now, inside),
                            sets,
                            false),
                    state);
        }
        List<State> open = List.of(fields.isEmpty() ? state.ok() : state);
        List<State> done = List.of();
        for (Field field : fields) {
            List<State> ends = States.then(
                    open,
                    now -> interpreter.run(
                            loop.body(), now.with(now.env().set(loop.variable(), field.value())), inside));
            done = States.join(done, leaving(ends));
            open = budget.bound(continuing(ends));
        }
        return States.join(done, open);
    }

    List<State> run(Command.Loop loop, State state, Context context) {
        Set<String> sets = setIn(loop.condition(), state);
        sets.addAll(setIn(loop.body(), state));
        Context inside = context.loop();
        return repeat(
                new LoopParts(
                        now -> interpreter.run(loop.condition(), now, inside.guard()),
                        loop.until(),
                        now -> interpreter.run(loop.body(), now, inside),
                        sets,
                        false),
                state);
    }

    List<State> run(Command.ForArithmetic loop, State state, Context context) {
        Set<String> sets = setIn(loop.body(), state);
        sets.addAll(Assignments.setBy(loop.initial()));
        sets.addAll(Assignments.setBy(loop.step()));
        Context inside = context.loop();
        List<State> started =
                States.map(Assignments.arithmetic(loop.initial(), state, expander), now -> now.with(state.status()));
        var parts = new LoopParts(
                now -> loop.condition().isBlank()
                        ? List.of(now.ok())
                        : Assignments.arithmetic(loop.condition(), now, expander),
                false,
                now -> interpreter.run(loop.body(), now, inside).stream()
                        .map(Loops::goingOn)
                        .flatMap(end -> end.goesOn() ? step(loop, end) : Stream.of(end))
                        .toList(),
                sets,
                true);
        return started.stream()
                .flatMap(now -> repeat(parts, now).stream())
                .distinct()
                .toList();
    }

    /** The status of a round is that of its body. */
    private Stream<State> step(Command.ForArithmetic loop, State end) {
        return Assignments.arithmetic(loop.step(), end, expander).stream().map(next -> next.with(end.status()));
    }

    /** Round by round as long as it is clear whether there is another one, or a counter will tell in the end. */
    private List<State> repeat(LoopParts parts, State state) {
        List<State> done = List.of();
        List<State> open = List.of(state);
        for (int round = 0; round < Budget.MOST_ROUNDS && !open.isEmpty(); round++) {
            var next = new ArrayList<State>();
            for (State now : open) {
                List<State> tested = parts.condition().apply(now);
                List<State> over = parts.over(tested);
                List<State> ends = States.then(parts.more(tested, now), parts.body());
                boolean clear = over.isEmpty() || ends.isEmpty() || advances(now, continuing(ends), parts.sets());
                if (clear) {
                    // A loop ends as its last round did.
                    Status status = round == 0 ? Status.OK : now.status();
                    done = States.join(done, States.map(over, end -> end.with(status)));
                    done = States.join(done, States.join(States.ended(tested), leaving(ends)));
                    next.addAll(continuing(ends));
                } else {
                    done = States.join(done, anyNumber(parts, now));
                }
            }
            done = budget.bound(done);
            open = budget.bound(next.stream().distinct().toList());
            if (open.size() > 8 && round > 2) {
                break;
            }
        }
        for (State now : open) {
            done = States.join(done, anyNumber(parts, now));
        }
        return done;
    }

    /** Whether a round ran something and counted on. */
    private static boolean advances(State before, List<State> ends, Set<String> sets) {
        return ends.stream()
                .allMatch(end -> end.trail().size() > before.trail().size()
                        && sets.stream().anyMatch(name -> countsOn(before.env(), end.env(), name)));
    }

    private static boolean countsOn(Env before, Env after, String name) {
        return isKnown(after, name) && !after.value(name).equals(before.value(name));
    }

    /** Any number of rounds: of what the loop sets, nothing is known in any of them. */
    private List<State> anyNumber(LoopParts parts, State state) {
        return anyNumber(parts, state, false);
    }

    /** @param narrowed whether variables that each round sets back are left out already */
    private List<State> anyNumber(LoopParts parts, State state, boolean narrowed) {
        State unsure = new State(
                forget(state, parts.sets()),
                state.knowledge().forgetFiles().with(Streams.of(state).disturbed(budget)),
                Trail.EMPTY,
                Flow.NEXT,
                0,
                state.status());
        List<State> tested = parts.condition().apply(unsure);
        List<State> more = parts.more(tested, unsure);
        List<State> ends = more.isEmpty() ? List.of() : States.then(more, parts.body());
        List<State> rounds = continuing(ends);
        Set<String> changed = narrowed ? parts.sets() : changed(parts.sets(), unsure, rounds);
        if (changed.size() < parts.sets().size()) {
            return anyNumber(parts.setting(changed), state, true);
        }
        List<State> last = States.map(over(parts, state, unsure, tested, rounds), State::ok);
        for (State round : rounds) {
            if (!round.status().isOk()) {
                List<State> over = parts.over(parts.condition().apply(round));
                last = States.join(last, States.map(over, end -> end.with(round.status())));
            }
        }
        last = States.join(last, States.join(States.ended(tested), leaving(ends)));
        Set<List<Element>> ran = elements(rounds);
        Trail before = ran.isEmpty() ? state.trail() : state.trail().add(new Repeated(ran));
        return States.map(last, end -> end.with(before.addAll(end.trail().toList())));
    }

    /** Those of the variables that a round leaves with another value than it found; others are as before the loop. */
    private static Set<String> changed(Set<String> sets, State before, List<State> rounds) {
        return sets.stream()
                .filter(name -> !Assignments.isVariable(name)
                        || rounds.stream()
                                .map(State::env)
                                .anyMatch(env -> !env.exported()
                                                .equals(before.env().exported())
                                        || env.arrays().contains(name)
                                        || !env.value(name).equals(before.env().value(name))))
                .collect(Collectors.toSet());
    }

    /** What the last round sets is known where the round knows it, and without a round nothing is set. */
    private static List<State> over(
            LoopParts parts, State before, State unsure, List<State> tested, List<State> rounds) {
        boolean settles = rounds.stream()
                .anyMatch(round -> parts.sets().stream().anyMatch(name -> isKnown(round.env(), name))
                        || round.env().errexit() != unsure.env().errexit()
                        || round.env().pipefail() != unsure.env().pipefail());
        if (!settles) {
            return parts.over(tested);
        }
        List<State> over = parts.over(parts.condition().apply(unsure.with(before.env())));
        for (State round : rounds) {
            State next = round.with(Trail.EMPTY);
            over = States.join(over, parts.over(parts.condition().apply(next)));
        }
        return over;
    }

    private static boolean isKnown(Env env, String name) {
        return env.value(name).filter(Value::isKnown).isPresent();
    }

    private static Set<List<Element>> elements(List<State> rounds) {
        var elements = new LinkedHashSet<List<Element>>();
        rounds.stream()
                .map(State::trail)
                .filter(trail -> !trail.isEmpty())
                .forEach(trail -> elements.add(trail.toList()));
        return elements;
    }

    private Env forget(State state, Set<String> names) {
        Env env = state.env();
        Set<String> all =
                names.contains(Assignments.EVERYTHING) ? env.variables().names() : names;
        for (String name : all) {
            env = env.set(name, budget.fresh(name));
        }
        return names.contains(Assignments.ARGUMENTS) || names.contains(Assignments.EVERYTHING)
                ? env.withArguments(List.of(new Field(budget.fresh("@"), true)))
                : env;
    }

    private static Set<String> setIn(Command command, State state) {
        return new HashSet<>(Assignments.in(command, state.env().functions().names()));
    }

    private static State goingOn(State end) {
        return end.flow() == Flow.CONTINUE && end.levels() <= 1 ? end.with(Flow.NEXT) : end;
    }

    /** The states that go on with the next round. */
    private static List<State> continuing(List<State> ends) {
        return ends.stream()
                .map(Loops::goingOn)
                .filter(State::goesOn)
                .distinct()
                .toList();
    }

    /** The states that leave the loop, as they are for what is around it. */
    private static List<State> leaving(List<State> ends) {
        return ends.stream()
                .map(Loops::goingOn)
                .filter(end -> !end.goesOn())
                .map(Loops::outside)
                .distinct()
                .toList();
    }

    private static State outside(State end) {
        boolean ofLoop = end.flow() == Flow.BREAK || end.flow() == Flow.CONTINUE;
        if (!ofLoop) {
            return end;
        }
        return end.levels() <= 1 ? end.with(Flow.NEXT).ok() : end.with(end.flow(), end.levels() - 1);
    }
}
