package io.kanilint.shell;

import io.kanilint.shell.State.Flow;
import io.kanilint.text.MappedText;
import io.kanilint.text.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs texts: given to {@code eval} or a shell, or in a file of the project. */
final class Scripts {
    private static final Set<String> VALUED = Set.of("--rcfile", "--init-file");
    private static final int LONGEST = 1 << 20;

    private final Interpreter interpreter;
    private final ScriptFiles files;
    private final List<Ways.Unseen> unseen;
    /** Files by their text: one may be run very often, by itself for instance. */
    private final Map<String, Command.Sequence> parsed = new HashMap<>();

    /**
     * Runs them on an interpreter.
     *
     * @param unseen where to note what cannot be read
     */
    Scripts(Interpreter interpreter, ScriptFiles files, List<Ways.Unseen> unseen) {
        this.interpreter = interpreter;
        this.files = files;
        this.unseen = unseen;
    }

    List<State> eval(Invocation invocation, State state, Context context) {
        var text = new Spelled(state.env());
        for (Field word : invocation.words().subList(1, invocation.words().size())) {
            text.add(word.value());
            text.add(Value.of(" "));
        }
        String made = text.text().strip();
        Context inside = context.inside(frame(made, invocation, context), invocation.command());
        return States.map(made(made, state.with(text.env()), inside), State::unforgiven);
    }

    private static Frame frame(String text, Invocation invocation, Context context) {
        return WordFrame.of(text, invocation.command(), context.frame());
    }

    private List<State> made(String text, State state, Context inside) {
        if (text.length() > LONGEST) {
            return States.either(state);
        }
        return interpreter.run(ShellParser.parse(text), state, inside);
    }

    /** {@code sh -c text}, {@code sh file}, or {@code sh} that reads its commands from standard input. */
    List<State> shell(Invocation invocation, State state, Context context) {
        boolean busybox = Wrappers.baseName(invocation.word(0)).equals("busybox");
        if (busybox && !invocation.word(1).matches("a?sh")) {
            return States.either(state);
        }
        int first = busybox ? 2 : 1;
        int operand = afterOptions(invocation.words(), first);
        List<Field> options = invocation.words().subList(first, operand);
        List<Field> operands =
                invocation.words().subList(operand, invocation.words().size());
        boolean hasText = options.stream().anyMatch(option -> has(option, 'c'));
        boolean readsInput = !hasText && (operands.isEmpty() || options.stream().anyMatch(option -> has(option, 's')));
        int own = hasText ? 2 : readsInput ? 0 : 1;
        List<Field> arguments = operands.size() > own ? operands.subList(own, operands.size()) : List.of();
        Env env = withOptions(state.env().process(arguments), options);
        Field zero = hasText && operands.size() > 1
                ? operands.get(1)
                : invocation.words().getFirst();
        State started = state.with(hasText ? env.set("0", zero.value()) : env).ok();
        State process = readsInput ? Streams.of(state).reading(Optional.empty()).in(started) : started;
        if (hasText || readsInput) {
            Optional<Value> text = hasText && !operands.isEmpty()
                    ? Optional.of(operands.getFirst().value())
                    : Streams.of(state).input();
            return text.isEmpty() ? States.either(state) : spelled(text.get(), process, invocation, state, context);
        }
        return States.map(
                read(operands.getFirst().value(), false, invocation, process, state, context)
                        .orElseGet(() -> States.either(state)),
                end -> end.backTo(state));
    }

    /** {@code -o} and {@code -O} take a value, also as one of several letters. */
    private static int afterOptions(List<Field> words, int from) {
        int at = from;
        for (String option = Wrappers.word(words, at);
                option.length() > 1 && (option.startsWith("-") || option.startsWith("+"));
                option = Wrappers.word(words, at)) {
            at++;
            if (option.equals("--")) {
                return at;
            }
            boolean letters = !option.startsWith("--");
            boolean valued = letters ? option.matches("..*[oO].*") : VALUED.contains(option);
            at += valued ? 1 : 0;
        }
        return Math.min(at, words.size());
    }

    private static boolean has(Field option, char letter) {
        String text = option.known().orElse("");
        return text.startsWith("-") && !text.startsWith("--") && text.indexOf(letter) > 0;
    }

    private static Env withOptions(Env env, List<Field> options) {
        Env result = env;
        for (int i = 0; i < options.size(); i++) {
            result = has(options.get(i), 'e') ? result.withErrexit(true) : result;
            boolean pipefail = i > 0
                    && has(options.get(i - 1), 'o')
                    && options.get(i).known().filter("pipefail"::equals).isPresent();
            result = pipefail ? result.withPipefail(true) : result;
        }
        return result;
    }

    private List<State> spelled(Value value, State process, Invocation invocation, State state, Context context) {
        var text = new Spelled(process.env());
        text.add(value);
        Context inside = context.process(frame(text.text(), invocation, context), invocation.command());
        return States.map(made(text.text(), process.with(text.env()), inside), end -> end.backTo(state));
    }

    List<State> source(Invocation invocation, State state, Context context) {
        if (invocation.words().size() < 2) {
            return States.either(state);
        }
        // In Bash the file is guarded where the command is, in other shells it is not.
        List<State> ends = sourced(invocation, state, context);
        return context.guarded() && state.env().errexit()
                ? States.join(ends, sourced(invocation, state, context.unguard()))
                : ends;
    }

    private List<State> sourced(Invocation invocation, State state, Context context) {
        return read(invocation.words().get(1).value(), false, invocation, state, state, context)
                .map(ends ->
                        States.map(ends, end -> (end.flow() == Flow.RETURN ? end.with(Flow.NEXT) : end).unforgiven()))
                .orElseGet(() -> States.either(forgetAll(state)));
    }

    /** A file that is sourced and not seen may set anything. */
    private static State forgetAll(State state) {
        return state.with(state.knowledge().forgetFiles());
    }

    /** A file of the project that is run by its path; empty if the command is something else. */
    Optional<List<State>> file(Invocation invocation, State state, Context context) {
        Value program = invocation.words().getFirst().value();
        boolean isPath = program.pattern().contains("/") && !program.pattern().startsWith("-");
        if (!isPath || invocation.words().getFirst().many()) {
            return Optional.empty();
        }
        State process = state.with(state.env()
                        .process(
                                invocation.words().subList(1, invocation.words().size())))
                .ok();
        return read(program, true, invocation, process, state, context)
                .map(ends -> States.map(ends, end -> end.backTo(state)));
    }

    /**
     * Runs a file in a state; empty if it cannot be read or is no shell script.
     *
     * @param program whether the system runs it, which goes by its first line; to a shell that is a comment
     */
    private Optional<List<State>> read(
            Value file, boolean program, Invocation invocation, State process, State state, Context context) {
        Optional<String> path = Folders.path(file, state);
        if (path.isEmpty()) {
            return Optional.empty();
        }
        Optional<Source> source = files.read(path.get());
        Command command = invocation.command();
        if (source.isEmpty()) {
            unseen.add(new Ways.Unseen(
                    context.frame().span(command.start(), command.end()),
                    "The script '%s' was not found.".formatted(path.get())));
            return Optional.empty();
        }
        String text = source.get().text();
        String firstLine = text.lines().findFirst().orElse("");
        boolean foreign = firstLine.startsWith("#!") && !firstLine.contains("sh");
        if (foreign) {
            return Optional.empty();
        }
        if (text.length() > LONGEST) {
            unseen.add(new Ways.Unseen(
                    context.frame().span(command.start(), command.end()),
                    "The script '%s' is too large to be read: it has more than %d MB."
                            .formatted(path.get(), LONGEST >> 20)));
            return Optional.empty();
        }
        boolean errexit = program && firstLine.matches("#!.*sh .*-[a-z]*e.*");
        State start = errexit ? process.with(process.env().withErrexit(true)) : process;
        var frame = new Frame.Written(MappedText.of(source.get()));
        Context inside = process.equals(state) ? context.inside(frame, command) : context.process(frame, command);
        return Optional.of(interpreter.run(parsed.computeIfAbsent(text, ShellParser::parse), start, inside));
    }
}
