package io.kanilint.shell;

import io.kanilint.shell.State.Flow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The shell's own commands, as far as they decide about what is run. */
final class Builtins {
    private static final Set<String> DECLARERS = Set.of("export", "local", "declare", "typeset", "readonly");

    /** {@code [key]=value}. */
    private static final Pattern ELEMENT = Pattern.compile("\\[[^]*?]+]=[^*?]*");

    private final Expander expander;
    private final Budget budget;
    private final Reading reading;

    Builtins(Expander expander, Budget budget) {
        this.reading = new Reading(budget);
        this.expander = expander;
        this.budget = budget;
    }

    /** Whether a command declares variables: its arguments are read as assignments, not split. */
    boolean declares(Command.Simple simple, State state) {
        return simple.name()
                .filter(name ->
                        DECLARERS.contains(name) && !state.env().functions().contains(name))
                .isPresent();
    }

    List<State> declare(Command.Simple simple, State state, Context context) {
        String kind = simple.name().orElse("");
        List<State> states = List.of(state);
        for (Word word : simple.words().subList(1, simple.words().size())) {
            states = States.then(
                    states,
                    now -> expander.value(word, now, context).stream()
                            .map(one -> one.state().goesOn()
                                    ? one.state().with(declare(kind, word, one.result(), one.state(), context))
                                    : one.state())
                            .toList());
        }
        return States.map(states, end -> end.goesOn() ? end.ok() : end);
    }

    private Env declare(String kind, Word word, Value value, State state, Context context) {
        String start = value.knownStart();
        int equals = start.indexOf('=');
        boolean append = equals > 0 && start.charAt(equals - 1) == '+';
        String name = equals < 0 ? value.pattern() : start.substring(0, append ? equals - 1 : equals);
        // Shells refuse to declare what has no name: local =x.
        if (name.isEmpty() || name.startsWith("-")) {
            return state.env();
        }
        Env env = kind.equals("local") || kind.equals("declare") || kind.equals("typeset")
                ? state.env().local(name)
                : state.env();
        for (WordPart part : word.parts()) {
            if (part instanceof WordPart.ArrayValue(List<Word> elements)) {
                var fields = new ArrayList<Field>();
                elements.forEach(one -> fields.addAll(elements(one, name, state, context)));
                return env.setArray(name, fields);
            }
        }
        if (equals >= 0) {
            Value before = append ? env.value(name).orElse(Value.EMPTY) : Value.EMPTY;
            env = env.set(name, before.plus(value.from(equals + 1)));
        } else if (kind.equals("local")) {
            // Bash makes an empty one, others keep the value.
            env = env.value(name).filter(before -> !before.equals(Value.EMPTY)).isPresent()
                    ? env.set(name, budget.fresh(name))
                    : env.unset(name);
        }
        return kind.equals("export") ? env.export(name) : env;
    }

    /** The elements that a word gives: one for {@code [key]=value}, which is no pattern of file names here. */
    private List<Field> elements(Word word, String name, State state, Context context) {
        boolean keyed = ELEMENT.matcher(word.pattern()).matches()
                && word.parts().stream()
                        .allMatch(part -> part instanceof WordPart.Literal || part instanceof WordPart.Glob);
        return keyed
                ? List.of(Field.of(budget.fresh(name)))
                : expander.fields(List.of(word), state, context).getFirst().result();
    }

    /** Runs a builtin; empty if the command is none. */
    Optional<List<State>> run(Invocation invocation, State state, Context context) {
        List<Field> words = invocation.words();
        return Optional.ofNullable(
                switch (invocation.word(0)) {
                    case ":", "true", "wait", "trap", "umask", "ulimit", "hash" -> List.of(state.ok());
                    case "alias" -> List.of(OtherNames.alias(words, state).ok());
                    case "false" -> List.of(state.failed());
                    case "exit" -> end(invocation, Flow.EXIT, state);
                    case "return" -> end(invocation, Flow.RETURN, state);
                    case "break" -> leave(Flow.BREAK, levels(invocation), state.ok(), context);
                    case "continue" -> leave(Flow.CONTINUE, levels(invocation), state.ok(), context);
                    case "set" -> List.of(set(words, state).ok());
                    case "shift" -> shift(invocation, state);
                    case "unset" -> List.of(unset(words, state).ok());
                    case "read" -> reading.read(invocation, state);
                    case "mapfile", "readarray" -> reading.lines(invocation, state);
                    case "getopts" -> options(words, state);
                    case "cd" -> changeFolder(invocation, state);
                    case "test" -> Conditions.test(tokens(words.subList(1, words.size())), state);
                    case "[" -> bracket(words, state);
                    case "let" -> let(words, state);
                    default -> null;
                });
    }

    private static List<State> end(Invocation invocation, Flow flow, State state) {
        if (invocation.words().size() < 2) {
            return List.of(state.with(flow));
        }
        Field code = invocation.words().get(1);
        if (code.value().equals(Value.unknown(Conditions.ERROR_CODE))) {
            return List.of(state.failed().with(flow));
        }
        Optional<String> known = code.known();
        if (known.isEmpty()) {
            return States.map(States.either(state), end -> end.with(flow));
        }
        return List.of((known.get().matches("0+") ? state.ok() : state.failed()).with(flow));
    }

    /** Outside of loops this does nothing; in a function or subshell that a loop runs, shells differ. */
    private static List<State> leave(Flow flow, int levels, State state, Context context) {
        if (context.loops() > 0) {
            return List.of(state.with(flow, Math.min(levels, context.loops())));
        }
        return context.outerLoops() ? List.of(state, state.with(flow, levels)) : List.of(state);
    }

    private static int levels(Invocation invocation) {
        String levels = invocation.word(1);
        return levels.matches("[1-9]") ? Integer.parseInt(levels) : 1;
    }

    private static State set(List<Field> words, State state) {
        Env env = state.env();
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i).known().orElse("");
            if (word.equals("--") || !word.matches("[-+][a-zA-Z]+")) {
                int first = word.equals("--") ? i + 1 : i;
                return state.with(env.withArguments(words.subList(first, words.size())));
            }
            boolean on = word.charAt(0) == '-';
            env = word.contains("e") ? env.withErrexit(on) : env;
            if (word.contains("o") && i + 1 < words.size()) {
                String option = words.get(++i).known().orElse("");
                env = option.equals("pipefail")
                        ? env.withPipefail(on)
                        : option.equals("errexit") ? env.withErrexit(on) : env;
            }
        }
        return state.with(env);
    }

    private List<State> shift(Invocation invocation, State state) {
        List<Field> arguments = state.env().arguments();
        String by = invocation.words().size() > 1 ? invocation.word(1) : "1";
        if (arguments.stream().anyMatch(Field::many) || !by.matches("\\d{1,3}")) {
            return States.either(state.with(state.env().withArguments(List.of(new Field(budget.fresh("@"), true)))));
        }
        int count = Integer.parseInt(by);
        return count > arguments.size()
                ? List.of(state.failed())
                : List.of(state.with(state.env().withArguments(arguments.subList(count, arguments.size())))
                        .ok());
    }

    private static State unset(List<Field> words, State state) {
        Env env = state.env();
        for (Field word : words.subList(1, words.size())) {
            String name = word.known().orElse("");
            env = name.startsWith("-") || name.isEmpty() ? env : env.unset(name);
        }
        return state.with(env);
    }

    private List<State> options(List<Field> words, State state) {
        String name = words.getLast().known().orElse("");
        Env env = name.matches("[A-Za-z_]\\w*") ? state.env().set(name, budget.fresh(name)) : state.env();
        return States.either(state.with(env.set("OPTARG", budget.fresh("OPTARG"))));
    }

    private static List<State> changeFolder(Invocation invocation, State state) {
        Optional<String> target = invocation.words().size() == 2
                ? Folders.path(invocation.words().get(1).value(), state)
                : Optional.empty();
        State there = state.with(state.env().in(target)).ok();
        boolean exists = target.isPresent()
                && state.env()
                        .folder()
                        .filter(folder -> isIn(target.get(), folder))
                        .isPresent();
        return exists ? List.of(there) : List.of(there, state.failed());
    }

    private static boolean isIn(String folder, String inner) {
        return folder.isEmpty() || (inner + "/").startsWith(folder + "/");
    }

    private static List<Conditions.Token> tokens(List<Field> fields) {
        return fields.stream()
                .map(field -> new Conditions.Token(field.value(), false))
                .toList();
    }

    private static List<State> bracket(List<Field> words, State state) {
        boolean closed = words.getLast().known().filter("]"::equals).isPresent();
        boolean clear = words.stream().noneMatch(Field::many);
        return closed && clear
                ? Conditions.test(tokens(words.subList(1, words.size() - 1)), state)
                : States.either(state);
    }

    private List<State> let(List<Field> words, State state) {
        List<State> states = List.of(state);
        for (Field word : words.subList(1, words.size())) {
            states = States.then(
                    states, now -> Assignments.arithmetic(word.value().pattern(), now, expander));
        }
        return new ArrayList<>(states);
    }
}
