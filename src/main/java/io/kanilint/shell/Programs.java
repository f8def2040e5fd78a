package io.kanilint.shell;

import io.kanilint.shell.State.Flow;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs what runs something else: wrappers, {@code eval}, shells, {@code xargs}, scripts of the project. */
final class Programs {
    private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash", "ksh", "zsh", "busybox");

    private final SimpleCommands simples;
    private final Budget budget;
    private final Watch watch;
    private final Scripts scripts;

    Programs(SimpleCommands simples, Budget budget, Watch watch, Scripts scripts) {
        this.simples = simples;
        this.budget = budget;
        this.watch = watch;
        this.scripts = scripts;
    }

    /** Runs a program that runs others; empty if it is none. */
    Optional<List<State>> run(Invocation invocation, State state, Context context) {
        List<Field> words = invocation.words();
        String name = Wrappers.baseName(invocation.word(0));
        return switch (name) {
            case "eval" -> Optional.of(scripts.eval(invocation, state, context));
            case "exec" -> Optional.of(exec(invocation, state, context));
            case "command", "builtin" -> command(invocation, state, context);
            case "env" -> Optional.of(env(invocation, state, context));
            case "xargs" -> Optional.of(new Xargs(this, budget).run(invocation, state, context));
            case "cp", "mv", "ln", "install" -> Optional.of(States.either(OtherNames.copy(words, watch, state)));
            case "find" -> Optional.of(new FindPrograms(this, budget).run(invocation, state, context));
            case ".", "source" -> Optional.of(scripts.source(invocation, state, context));
            default -> {
                if (SHELLS.contains(name)) {
                    yield Optional.of(scripts.shell(invocation, state, context));
                }
                if (Wrappers.retries(name)) {
                    yield retried(invocation, state, context);
                }
                Optional<List<Field>> inner = Wrappers.inner(words);
                yield inner.isPresent()
                        ? Optional.of(program(invocation.with(inner.get()), state, context))
                        : scripts.file(invocation, state, context);
            }
        };
    }

    /** Runs a program in a process of its own: our functions are not known there. */
    List<State> program(Invocation invocation, State state, Context context) {
        State bare = state.with(state.env().withoutFunctions());
        return States.map(simples.call(invocation, bare, context), end -> end.backTo(state));
    }

    /** Runs a program any number of times; in the end it may have failed. */
    List<State> anyNumber(Invocation invocation, State state, Context context) {
        var rounds = new LinkedHashSet<List<Element>>();
        for (State end : program(invocation, state.with(Trail.EMPTY), context)) {
            if (!end.trail().isEmpty()) {
                rounds.add(end.trail().toList());
            }
        }
        return States.either(rounds.isEmpty() ? state : state.add(new Repeated(rounds)));
    }

    private List<State> exec(Invocation invocation, State state, Context context) {
        int first = Wrappers.afterOptions(invocation.words(), 1, Set.of("-a"));
        if (first >= invocation.words().size()) {
            return List.of(state.ok());
        }
        List<Field> words = invocation.words().subList(first, invocation.words().size());
        return States.map(program(invocation.with(words), state, context), end -> end.with(Flow.EXIT));
    }

    /** {@code command -v} only asks. */
    private Optional<List<State>> command(Invocation invocation, State state, Context context) {
        String option = invocation.word(1);
        if (option.equals("-v") || option.equals("-V")) {
            return Optional.of(
                    States.either(Streams.of(state).printingUnknown(budget).in(state)));
        }
        int first = Wrappers.afterOptions(invocation.words(), 1, Set.of());
        List<Field> words = invocation.words().subList(first, invocation.words().size());
        Env functions = state.env();
        State bare = state.with(functions.withoutFunctions());
        return Optional.of(States.map(
                simples.call(invocation.with(words), bare, context),
                end -> end.with(end.env().withFunctionsOf(functions))));
    }

    private List<State> env(Invocation invocation, State state, Context context) {
        Env env = state.env();
        List<Field> words = Wrappers.inner(invocation.words()).orElse(List.of());
        int own = invocation.words().size() - words.size();
        for (int i = 1; i < own; i++) {
            String word = invocation.word(i);
            if (word.equals("-i") || word.equals("-") || word.equals("--ignore-environment")) {
                env = env.withoutExported();
            } else if (word.equals("-u") || word.equals("--unset")) {
                env = env.unset(invocation.word(++i));
            }
        }
        for (Map.Entry<String, Value> assignment : Wrappers.envAssignments(invocation.words())) {
            env = env.set(assignment.getKey(), assignment.getValue()).export(assignment.getKey());
        }
        return States.map(program(invocation.with(words), state.with(env), context), end -> end.backTo(state));
    }

    /** {@code retry 3 program …}: the program may fail any number of times first. */
    private Optional<List<State>> retried(Invocation invocation, State state, Context context) {
        List<Field> words = invocation.words();
        for (int first = 1; first < words.size(); first++) {
            List<Field> inner = words.subList(first, words.size());
            boolean runs = watch.watches(inner) || SHELLS.contains(Wrappers.baseName(Wrappers.word(inner, 0)));
            if (runs) {
                return Optional.of(anyNumberOfFailures(invocation.with(inner), state, context));
            }
        }
        return Optional.empty();
    }

    private List<State> anyNumberOfFailures(Invocation inner, State state, Context context) {
        List<State> once = program(inner, state.with(Trail.EMPTY), context);
        var rounds = new LinkedHashSet<List<Element>>();
        for (State end : States.succeeded(once, false)) {
            if (!end.trail().isEmpty()) {
                rounds.add(end.trail().toList());
            }
        }
        State disturbed = Streams.of(state).disturbed(budget).in(state);
        State before = rounds.isEmpty() ? disturbed : disturbed.add(new Repeated(rounds));
        return program(inner, before, context);
    }
}
