package io.kanilint.shell;

import io.kanilint.shell.State.Flow;
import io.kanilint.shell.State.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs commands on states: every way that a command can take gives a state. */
final class Interpreter {
    private final Budget budget;
    private final Expander expander;
    private final Loops loops;
    private final Choices choices;
    private final Redirections redirections;
    private final SimpleCommands simples;
    private final List<Ways.Unseen> unseen = new ArrayList<>();

    Interpreter(Watch watch, ScriptFiles files, Budget budget) {
        this.budget = budget;
        this.expander = new Expander(this, budget);
        this.loops = new Loops(this, expander, budget);
        this.choices = new Choices(this, expander);
        this.redirections = new Redirections(this, expander);
        this.simples = new SimpleCommands(this, expander, budget, watch, new Scripts(this, files, unseen));
    }

    List<Ways.Unseen> unseen() {
        return unseen;
    }

    List<State> run(Command command, State state, Context context) {
        if (context.depth() > Budget.DEEPEST || !budget.spend()) {
            budget.cut();
            return List.of(state.ok());
        }
        List<State> states = switch (command) {
            case Command.Simple simple -> simples.run(simple, state, context);
            case Command.Sequence sequence -> sequence(sequence, state, context);
            case Command.Pipeline pipeline -> pipeline(pipeline, state, context);
            case Command.AndOr andOr -> andOr(andOr, state, context);
            case Command.Group group -> run(group.body(), state, context);
            case Command.Subshell subshell -> subshell(subshell.body(), state, context);
            case Command.If conditional -> conditional(conditional, state, context);
            case Command.Case choice -> choices.run(choice, state, context);
            case Command.For loop -> loops.run(loop, state, context);
            case Command.ForArithmetic loop -> loops.run(loop, state, context);
            case Command.Loop loop -> loops.run(loop, state, context);
            case Command.Function function ->
                List.of(state.with(state.env()
                                .define(function.name(), new Env.Body(function.body(), Optional.of(context.frame()))))
                        .ok());
            case Command.Test test -> Conditions.test(new Tokens(expander).of(test, state, context), state);
            case Command.Arithmetic arithmetic -> Assignments.arithmetic(arithmetic.expression(), state, expander);
            case Command.Redirected redirected ->
                redirections.run(
                        redirected.redirections(), state, context, now -> run(redirected.command(), now, context));
            case Command.Timed timed -> run(timed.command(), state, context);
            case Command.Coprocess coprocess -> background(coprocess.command(), state, context);
            case Command.Unreadable unreadable -> unreadable(unreadable, state, context);
        };
        return budget.bound(states);
    }

    /** A shell has run what stands before a mistake, and stops there. */
    private List<State> unreadable(Command.Unreadable mistake, State state, Context context) {
        var span = context.frame().span(mistake.start(), Math.max(mistake.end(), mistake.start() + 1));
        unseen.add(new Ways.Unseen(span, "The shell cannot read this: %s.".formatted(mistake.reason())));
        return List.of(state.failed().with(Flow.EXIT));
    }

    private List<State> sequence(Command.Sequence sequence, State state, Context context) {
        List<State> ended = List.of();
        List<State> open = List.of(sequence.items().isEmpty() ? state.ok() : state);
        for (Command.Item item : sequence.items()) {
            List<State> states = budget.bound(States.then(open, now -> item(item, now, context)));
            List<State> stopped = States.ended(states);
            ended = stopped.isEmpty() ? ended : States.join(ended, stopped);
            open = stopped.isEmpty() ? states : States.open(states);
        }
        return States.join(ended, open);
    }

    private List<State> item(Command.Item item, State state, Context context) {
        if (item.background()) {
            return background(item.command(), state, context);
        }
        return States.map(run(item.command(), state, context), end -> stopAtError(end, context));
    }

    /** {@code set -e}: an error that nothing looks at ends the shell. */
    static State stopAtError(State state, Context context) {
        boolean stops =
                state.goesOn() && state.status() == Status.FAILED && state.env().errexit() && !context.guarded();
        return stops ? state.with(Flow.EXIT) : state;
    }

    List<State> subshell(Command body, State state, Context context) {
        return States.map(run(body, state, context.subshell()), end -> end.backTo(state));
    }

    /** Its input is empty, and nobody knows when it prints. */
    private List<State> background(Command command, State state, Context context) {
        Streams before = Streams.of(state);
        State started = before.reading(Optional.of(Value.EMPTY)).in(state);
        return States.map(subshell(command, started, context.guard()), end -> {
            boolean printed = !Streams.of(end).output().equals(before.output());
            State back = (printed ? before.printingUnknown(budget) : before).in(end);
            return concurrent(back, state.trail().size()).ok();
        });
    }

    static State concurrent(State state, int from) {
        Trail trail = state.trail().until(from);
        for (Element element : state.trail().since(from)) {
            trail = trail.add(element instanceof Call call ? call.makeConcurrent() : element);
        }
        return state.with(trail);
    }

    private List<State> pipeline(Command.Pipeline pipeline, State state, Context context) {
        List<Command> stages = pipeline.stages();
        Context inside = pipeline.negated() ? context.guard() : context;
        List<State> states = stages.size() == 1 ? run(stages.getFirst(), state, inside) : piped(stages, state, inside);
        return pipeline.negated() ? States.map(states, Interpreter::negate) : states;
    }

    private static State negate(State state) {
        return !state.goesOn() ? state : state.status().isOk() ? state.with(Status.FORGIVEN) : state.ok();
    }

    private List<State> piped(List<Command> stages, State state, Context context) {
        Streams outer = Streams.of(state);
        List<State> states = List.of(state.ok());
        for (int i = 0; i < stages.size(); i++) {
            Command stage = stages.get(i);
            boolean first = i == 0;
            boolean last = i == stages.size() - 1;
            List<State> next = new ArrayList<>();
            for (State before : states) {
                Streams read = first
                        ? outer
                        : outer.reading(Optional.of(Streams.of(before).output()));
                State fresh = new State(
                        state.env(),
                        before.knowledge().with(last ? read : read.keeping()),
                        before.trail(),
                        Flow.NEXT,
                        0,
                        state.status());
                for (State end : run(stage, fresh, context.subshell())) {
                    State back = end.backTo(state);
                    boolean failed = state.env().pipefail() && !before.status().isOk();
                    next.add(failed ? back.failed() : back);
                }
            }
            states = budget.bound(next.stream().distinct().toList());
        }
        return States.map(states, end -> {
            State back = Streams.of(end).reading(outer.input()).in(end);
            return besideEachOther(back, state.trail().size());
        });
    }

    /** Stages run at the same time; where only one of them runs something watched, that makes no difference. */
    private static State besideEachOther(State state, int from) {
        long sites = state.trail().since(from).stream()
                .filter(Call.class::isInstance)
                .map(element -> ((Call) element).span())
                .distinct()
                .count();
        return sites > 1 ? concurrent(state, from) : state;
    }

    private List<State> andOr(Command.AndOr andOr, State state, Context context) {
        List<State> left = States.map(run(andOr.left(), state, context.guard()), State::forgiven);
        return States.then(
                left, now -> now.status().isOk() == andOr.and() ? run(andOr.right(), now, context) : List.of(now));
    }

    private List<State> conditional(Command.If conditional, State state, Context context) {
        List<State> results = List.of();
        List<State> open = List.of(state);
        for (Command.Branch branch : conditional.branches()) {
            List<State> tested = States.then(open, now -> run(branch.condition(), now, context.guard()));
            results = States.join(results, States.ended(tested));
            results = States.join(
                    results, States.then(States.succeeded(tested, true), now -> run(branch.body(), now, context)));
            open = States.succeeded(tested, false);
        }
        List<State> otherwise = States.map(open, State::ok);
        if (conditional.otherwise().isPresent() && !open.isEmpty()) {
            Command.Sequence body = conditional.otherwise().get();
            otherwise = States.then(open, now -> run(body, now, context));
        }
        return States.join(results, otherwise);
    }

    /** {@code $(…)}: runs the commands in a shell of their own and gives what they print. */
    List<Expanded<Value>> substitute(Command.Sequence body, State state, Context context) {
        return Expanded.map(
                output(body, state, context),
                one -> new Expanded<>(one.state(), one.result().substituted().orElseGet(() -> budget.fresh("$(…)"))));
    }

    /** Whether there is something that an error can stop. */
    private static boolean mayGoOn(Command.Sequence body) {
        return body.items().size() > 1
                || body.items().stream().anyMatch(item -> !(item.command() instanceof Command.Simple));
    }

    /** Runs commands in a shell of their own and gives the streams that they leave. */
    List<Expanded<Streams>> output(Command.Sequence body, State state, Context context) {
        Streams outer = Streams.of(state);
        State started = outer.keeping().in(state);
        Context inside = context.substitution();
        List<State> ends;
        if (state.env().errexit() && mayGoOn(body)) {
            // Bash and BusyBox switch set -e off in here; dash does not, even where it looks away outside.
            State lenient = started.with(state.env().withErrexit(false));
            ends = States.join(
                    subshell(body, started, inside.unguard()),
                    States.map(subshell(body, lenient, inside), end -> end.backTo(state)));
        } else {
            ends = subshell(body, started, inside);
        }
        return ends.stream()
                .map(end -> {
                    Streams after = Streams.of(end);
                    return new Expanded<>(after.printingTo(outer).in(end), after);
                })
                .distinct()
                .toList();
    }
}
