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
    private final SimpleCommands simples;
    private final List<Ways.Unseen> unseen = new ArrayList<>();

    Interpreter(Watch watch, ScriptFiles files, Budget budget) {
        this.budget = budget;
        this.expander = new Expander(this, budget);
        this.loops = new Loops(this, expander, budget);
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
            case Command.Case choice -> choice(choice, state, context);
            case Command.For loop -> loops.run(loop, state, context);
            case Command.ForArithmetic loop -> loops.run(loop, state, context);
            case Command.Loop loop -> loops.run(loop, state, context);
            case Command.Function function ->
                List.of(state.with(state.env().define(function.name(), new Env.Body(function.body(), Optional.of(context.frame()))))
                        .ok());
            case Command.Test test -> condition(test, state, context);
            case Command.Arithmetic arithmetic -> Assignments.arithmetic(arithmetic.expression(), state, expander);
            case Command.Redirected redirected -> run(redirected.command(), state, context);
            case Command.Timed timed -> run(timed.command(), state, context);
            case Command.Coprocess coprocess ->
                States.map(
                        subshell(coprocess.command(), state, context.guard()),
                        end -> concurrent(end, state.trail().size()).ok());
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
        List<State> states = List.of(state);
        for (Command.Item item : sequence.items()) {
            states = budget.bound(States.then(states, now -> item(item, now, context)));
        }
        return states;
    }

    private List<State> item(Command.Item item, State state, Context context) {
        if (item.background()) {
            return States.map(
                    subshell(item.command(), state, context.guard()),
                    end -> concurrent(end, state.trail().size()).ok());
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
        return States.map(run(body, state, context), end -> end.backTo(state));
    }

    private static State concurrent(State state, int from) {
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
        List<State> states = List.of(state.ok());
        for (int i = 0; i < stages.size(); i++) {
            Command stage = stages.get(i);
            var input = i == 0 ? Outputs.NOTHING_KNOWN : new Outputs(expander).of(stages.get(i - 1), state, context);
            List<State> next = new ArrayList<>();
            for (State before : states) {
                State fresh = new State(state.env(), before.knowledge(), before.trail(), Flow.NEXT, 0, Status.OK);
                List<State> ends = stage instanceof Command.Simple simple
                        ? simples.runOnInput(simple, input, fresh, context)
                        : run(stage, fresh, context);
                for (State end : ends) {
                    State back = end.backTo(state);
                    boolean failed = state.env().pipefail() && !before.status().isOk();
                    next.add(failed ? back.failed() : back);
                }
            }
            states = budget.bound(next.stream().distinct().toList());
        }
        return States.map(states, end -> besideEachOther(end, state.trail().size()));
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
            open = States.map(States.succeeded(tested, false), State::ok);
        }
        List<State> otherwise = open;
        if (conditional.otherwise().isPresent() && !open.isEmpty()) {
            Command.Sequence body = conditional.otherwise().get();
            otherwise = States.then(open, now -> run(body, now, context));
        }
        return States.join(results, otherwise);
    }

    private List<State> choice(Command.Case choice, State state, Context context) {
        return expander.value(choice.subject(), state, context).stream()
                .flatMap(one -> choose(choice.arms(), one.result(), one.state(), context).stream())
                .distinct()
                .toList();
    }

    private List<State> choose(List<Command.Arm> arms, Value subject, State state, Context context) {
        List<State> results = List.of();
        List<State> open = List.of(state);
        for (int i = 0; i < arms.size() && !open.isEmpty(); i++) {
            for (Word pattern : arms.get(i).patterns()) {
                int arm = i;
                var taken = new ArrayList<State>();
                var left = new ArrayList<State>();
                for (State now : open) {
                    Conditions.Token token = token(pattern, now, context);
                    taken.addAll(Conditions.matches(subject, token, now, true));
                    left.addAll(Conditions.matches(subject, token, now, false));
                }
                results = States.join(results, taken.isEmpty() ? List.of() : arm(arms, arm, taken, context));
                open = left;
            }
        }
        return States.join(results, open.isEmpty() ? List.of() : States.map(open, State::ok));
    }

    private List<State> arm(List<Command.Arm> arms, int index, List<State> states, Context context) {
        List<State> ends = States.then(states, now -> run(arms.get(index).body(), now.ok(), context));
        boolean further = arms.get(index).fallsThrough() && index + 1 < arms.size();
        return further ? arm(arms, index + 1, ends, context) : ends;
    }

    private List<State> condition(Command.Test test, State state, Context context) {
        List<Conditions.Token> tokens =
                test.words().stream().map(word -> token(word, state, context)).toList();
        return Conditions.test(tokens, state);
    }

    private Conditions.Token token(Word word, State state, Context context) {
        boolean pattern = word.parts().stream().anyMatch(WordPart.Glob.class::isInstance);
        Value value = expander.value(word, state, context).getFirst().result();
        return new Conditions.Token(value, pattern);
    }

    /** {@code $(…)}: runs the commands in a shell of their own and gives what they print. */
    List<Expanded<Value>> substitute(Command.Sequence body, State state, Context context) {
        Value value = new Outputs(expander).of(body, state, context).orElseGet(() -> budget.fresh("$(…)"));
        Context inside = context.substitution();
        List<State> ends = subshell(body, state, inside);
        if (state.env().errexit() && body.items().size() > 1) {
            // Bash switches set -e off in here, dash does not.
            State lenient = state.with(state.env().withErrexit(false));
            ends = States.join(ends, States.map(subshell(body, lenient, inside), end -> end.backTo(state)));
        }
        return ends.stream().map(end -> new Expanded<>(end, value)).distinct().toList();
    }
}
