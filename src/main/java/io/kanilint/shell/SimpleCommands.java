package io.kanilint.shell;

import io.kanilint.shell.State.Flow;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs simple commands: assignments, functions, builtins, wrappers, scripts, and what is watched. */
final class SimpleCommands {
    /** Programs that change no file that a condition could ask for. */
    private static final Set<String> HARMLESS = Set.of("date", "sleep", "ls", "cat", "env", "pwd", "grep");

    /** Programs that print nothing and read no input. */
    private static final Set<String> SILENT =
            Set.of("sleep", "mkdir", "rm", "rmdir", "touch", "cp", "mv", "ln", "chmod", "chown");

    /** Of all these, those that do not fail. */
    private static final Set<String> CERTAIN = Set.of("sleep", "pwd");

    /** Holds the status of the command before, while the own one comes about. */
    static final String STATUS = "?";

    private final Interpreter interpreter;
    private final Expander expander;
    private final Budget budget;
    private final Watch watch;
    private final Redirections redirections;
    private final Builtins builtins;
    private final Outputs outputs;
    private final Programs programs;

    SimpleCommands(Interpreter interpreter, Expander expander, Budget budget, Watch watch, Scripts scripts) {
        this.interpreter = interpreter;
        this.expander = expander;
        this.budget = budget;
        this.watch = watch;
        this.redirections = new Redirections(interpreter, expander);
        this.builtins = new Builtins(expander, budget);
        this.outputs = new Outputs(budget);
        this.programs = new Programs(this, budget, watch, scripts);
    }

    List<State> run(Command.Simple simple, State state, Context context) {
        return simple.redirections().isEmpty()
                ? plain(simple, state, context)
                : redirections.run(simple.redirections(), state, context, now -> plain(simple, now, context));
    }

    private List<State> plain(Command.Simple simple, State state, Context context) {
        if (simple.words().isEmpty()) {
            return assignAlone(simple, state, context);
        }
        if (builtins.declares(simple, state)) {
            return builtins.declare(simple, state, context);
        }
        return States.then(
                decided(simple.words().getFirst(), state),
                now -> States.of(
                        expander.fields(simple.words(), now, context),
                        one -> one.state().goesOn()
                                ? prefixed(simple, one.result(), one.state(), context)
                                : List.of(one.state())));
    }

    /** Where a program's name has a default, as in {@code ${PROGRAM:-/usr/bin/program}}: with it, and without. */
    private List<State> decided(Word program, State state) {
        List<State> states = List.of(state);
        for (WordPart part : program.parts()) {
            if (part instanceof WordPart.Variable variable
                    && (variable.operator().equals(":-") || variable.operator().equals(":="))) {
                Value value = expander.lookUp(variable.name(), state).orElse(Value.EMPTY);
                var tokens = List.of(new Conditions.Token(Value.of("-z"), false), new Conditions.Token(value, false));
                states = States.then(states, now -> Conditions.test(tokens, now));
            }
        }
        return States.map(states, now -> now.with(state.status()));
    }

    /** {@code name=value …} alone: its status is that of the last substitution, and 0 without one. */
    private List<State> assignAlone(Command.Simple simple, State state, Context context) {
        if (state.status().isOk()) {
            return assign(simple, state, context);
        }
        State before = state.with(state.env().set(STATUS, Value.unknown(Conditions.ERROR_CODE)))
                .ok();
        return States.map(
                assign(simple, before, context), end -> end.with(end.env().restore(STATUS, state.env())));
    }

    private List<State> assign(Command.Simple simple, State state, Context context) {
        List<State> states = List.of(state);
        for (Assignment assignment : simple.assignments()) {
            states = States.then(states, now -> assign(assignment, now, context));
        }
        return states;
    }

    private List<State> assign(Assignment assignment, State state, Context context) {
        if (assignment.elements().isPresent()) {
            return expander.fields(assignment.elements().get(), state, context).stream()
                    .map(one -> one.state().with(array(assignment, one.state().env(), one.result())))
                    .toList();
        }
        return expander.value(assignment.value(), state, context).stream()
                .map(one -> one.state().with(set(assignment, one.state(), one.result())))
                .toList();
    }

    private Env array(Assignment assignment, Env env, List<Field> fields) {
        var all = new ArrayList<Field>();
        if (assignment.append()) {
            List<Field> before = env.arrays().get(assignment.name());
            all.addAll(
                    before != null
                            ? before
                            : env.value(assignment.name()).stream()
                                    .map(Field::of)
                                    .toList());
        }
        all.addAll(fields);
        return env.setArray(assignment.name(), budget.fields(all));
    }

    private Env set(Assignment assignment, State state, Value value) {
        Env env = state.env();
        if (assignment.index().isPresent()) {
            return env.setArray(assignment.name(), List.of(new Field(budget.fresh(assignment.name()), true)));
        }
        Value before = assignment.append() ? env.value(assignment.name()).orElse(Value.EMPTY) : Value.EMPTY;
        return env.set(assignment.name(), before.plus(value));
    }

    /** Assignments before a command hold for it alone. */
    private List<State> prefixed(Command.Simple simple, List<Field> words, State state, Context context) {
        if (simple.assignments().isEmpty()) {
            return call(new Invocation(simple, words), state, context);
        }
        return assign(simple, state, context).stream()
                .flatMap(set -> {
                    Env env = set.env();
                    for (Assignment assignment : simple.assignments()) {
                        env = env.export(assignment.name());
                    }
                    return call(new Invocation(simple, words), set.with(env), context).stream();
                })
                .map(end -> end.with(unassigned(simple, end.env(), state.env())))
                .distinct()
                .toList();
    }

    private static Env unassigned(Command.Simple simple, Env env, Env before) {
        Env restored = env;
        for (Assignment assignment : simple.assignments()) {
            restored = restored.restore(assignment.name(), before);
        }
        return restored;
    }

    /** Runs a command by its words. */
    List<State> call(Invocation invocation, State state, Context context) {
        List<Field> words = invocation.words();
        if (!budget.spend() || context.depth() > Budget.DEEPEST) {
            budget.cut();
            return States.either(state);
        }
        if (words.isEmpty()) {
            boolean substitutes = invocation.command().words().stream().anyMatch(SimpleCommands::substitutes);
            return substitutes ? States.either(state) : List.of(state.ok());
        }
        Optional<String> name = words.getFirst().known();
        Env.Body function = name.isEmpty() ? null : state.env().functions().get(name.get());
        if (function != null) {
            return function(function, words.subList(1, words.size()), invocation.command(), state, context);
        }
        if (watch.watches(words)) {
            return watched(invocation, state, context);
        }
        return builtins.run(invocation, state, context)
                .or(() -> outputs.run(invocation, state))
                .or(() -> programs.run(invocation, state, context))
                .orElseGet(() -> unknown(name.orElse(""), state));
    }

    private static boolean substitutes(Word word) {
        return word.parts().stream().anyMatch(WordPart.Substitution.class::isInstance);
    }

    private List<State> unknown(String name, State state) {
        State after =
                HARMLESS.contains(name) ? state : state.with(state.knowledge().forgetFiles());
        State end = SILENT.contains(name)
                ? after
                : Streams.of(state).disturbed(budget).in(after);
        return CERTAIN.contains(name) ? List.of(end.ok()) : States.either(end);
    }

    private List<State> function(Env.Body body, List<Field> arguments, Command command, State state, Context context) {
        State inside = state.with(state.env().enter(arguments));
        Frame frame =
                body.frame().orElseGet(() -> new Frame.Made(context.frame().span(command.start(), command.end())));
        Context within = context.function(frame, command);
        return States.map(interpreter.run(body.command(), inside, within), end -> left(end, state));
    }

    private static State left(State end, State caller) {
        if (end.flow() == Flow.EXIT) {
            return end;
        }
        // BusyBox lets a function end a loop of its caller.
        boolean ofLoop = end.flow() == Flow.BREAK || end.flow() == Flow.CONTINUE;
        State left = end.with(end.env().leave(caller.env()));
        // A function is a simple command to set -e: what was forgiven inside is an error outside.
        return (ofLoop ? left : left.with(Flow.NEXT)).unforgiven();
    }

    private List<State> watched(Invocation invocation, State state, Context context) {
        if (state.trail().size() >= Budget.MOST_CALLS) {
            budget.cut();
            return List.of(state.with(Flow.EXIT));
        }
        Map<String, Value> variables = state.env().environment();
        Command command = invocation.command();
        var span = context.place(command, invocation.words().getFirst().known().orElse(""));
        var results = new LinkedHashSet<State>();
        for (boolean failed : new boolean[] {false, true}) {
            var call = new Call(invocation.words(), variables, span, context.site(command), failed, false, false);
            State after = Streams.of(state).printingUnknown(budget).in(state.add(call));
            results.add(failed ? after.failed() : after.ok());
        }
        return List.copyOf(results);
    }
}
