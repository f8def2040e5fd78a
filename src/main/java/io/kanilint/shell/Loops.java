package io.kanilint.shell;

import io.kanilint.shell.State.Flow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Runs loops. While it is known how often, round by round; else as any number of rounds, in which nothing is known of what
 * the loop itself sets.
 */
final class Loops {

    /** A loop as its parts: what decides about a round (OK: one more), what a round does, what comes between two. */
    private record Parts(Function<State, List<State>> condition, Function<State, List<State>> body, Set<String> sets) {}

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
                .flatMap(one -> rounds(loop, one.result(), one.state(), context).stream())
                .distinct()
                .toList();
    }

    private List<State> rounds(Command.For loop, List<Field> fields, State state, Context context) {
        boolean counted = fields.size() <= Budget.MOST_ROUNDS && fields.stream().noneMatch(Field::many);
        if (!counted) {
            Set<String> sets = setIn(loop.body(), state);
            sets.add(loop.variable());
            return anyNumber(new Parts(States::either, now -> interpreter.run(loop.body(), now, context), sets), state);
        }
        List<State> open = List.of(state.ok());
        List<State> done = List.of();
        for (Field field : fields) {
            List<State> ends = States.then(
                    open,
                    now -> interpreter.run(
                            loop.body(), now.with(now.env().set(loop.variable(), field.value())), context));
            done = States.join(done, leaving(ends));
            open = budget.bound(continuing(ends));
        }
        return States.join(done, open);
    }

    List<State> run(Command.Loop loop, State state, Context context) {
        Set<String> sets = setIn(loop.condition(), state);
        sets.addAll(setIn(loop.body(), state));
        return repeat(
                new Parts(
                        now -> {
                            List<State> tested = interpreter.run(loop.condition(), now, context.guard());
                            return loop.until() ? States.map(tested, Loops::invert) : tested;
                        },
                        now -> interpreter.run(loop.body(), now, context),
                        sets),
                state);
    }

    private static State invert(State state) {
        return !state.goesOn() ? state : state.status().isOk() ? state.failed() : state.ok();
    }

    List<State> run(Command.ForArithmetic loop, State state, Context context) {
        Set<String> sets = setIn(loop.body(), state);
        sets.addAll(Assignments.setBy(loop.initial()));
        sets.addAll(Assignments.setBy(loop.step()));
        List<State> started = Assignments.arithmetic(loop.initial(), state, expander);
        var parts = new Parts(
                now -> loop.condition().isBlank()
                        ? List.of(now.ok())
                        : Assignments.arithmetic(loop.condition(), now, expander),
                now -> States.map(
                                interpreter.run(loop.body(), now, context),
                                end -> end.flow() == Flow.CONTINUE && end.levels() <= 1 ? end.with(Flow.NEXT) : end)
                        .stream()
                        .flatMap(end -> end.goesOn()
                                ? Assignments.arithmetic(loop.step(), end, expander).stream()
                                : List.of(end).stream())
                        .toList(),
                sets);
        return started.stream()
                .flatMap(now -> repeat(parts, now).stream())
                .distinct()
                .toList();
    }

    /** Round by round as long as it is clear whether there is another one. */
    private List<State> repeat(Parts parts, State state) {
        List<State> done = List.of();
        List<State> open = List.of(state);
        for (int round = 0; round < Budget.MOST_ROUNDS && !open.isEmpty(); round++) {
            var next = new ArrayList<State>();
            for (State now : open) {
                List<State> tested = parts.condition.apply(now);
                List<State> more = States.succeeded(tested, true);
                List<State> over = States.succeeded(tested, false);
                if (!more.isEmpty() && !over.isEmpty()) {
                    done = States.join(done, anyNumber(parts, now));
                } else if (more.isEmpty()) {
                    done = States.join(done, States.join(States.ended(tested), States.map(over, State::ok)));
                } else {
                    List<State> ends = States.then(more, parts.body);
                    done = States.join(done, States.join(States.ended(tested), leaving(ends)));
                    next.addAll(continuing(ends));
                }
            }
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

    /** Any number of rounds: of what the loop sets, nothing is known in any of them. */
    private List<State> anyNumber(Parts parts, State state) {
        State unsure = new State(
                forget(state, parts.sets), state.knowledge().forgetFiles(), Trail.EMPTY, Flow.NEXT, 0, state.status());
        List<State> tested = parts.condition.apply(unsure);
        List<State> ends = States.succeeded(tested, true).isEmpty()
                ? List.of()
                : States.then(States.succeeded(tested, true), parts.body);
        var rounds = new LinkedHashSet<List<Element>>();
        for (State end : continuing(ends)) {
            if (!end.trail().isEmpty()) {
                rounds.add(end.trail().toList());
            }
        }
        Trail before = rounds.isEmpty() ? state.trail() : state.trail().add(new Repeated(rounds));
        List<State> over = States.map(States.succeeded(tested, false), State::ok);
        List<State> last = States.join(over, States.join(States.ended(tested), leaving(ends)));
        return States.map(last, end -> end.with(before.addAll(end.trail().toList())));
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

    /** The states that go on with the next round. */
    private static List<State> continuing(List<State> ends) {
        return ends.stream()
                .filter(end -> end.goesOn() || (end.flow() == Flow.CONTINUE && end.levels() <= 1))
                .map(end -> end.with(Flow.NEXT))
                .distinct()
                .toList();
    }

    /** The states that leave the loop, as they are for what is around it. */
    private static List<State> leaving(List<State> ends) {
        return ends.stream()
                .filter(end -> !end.goesOn() && !(end.flow() == Flow.CONTINUE && end.levels() <= 1))
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
