package io.kanilint.shell;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code xargs}: runs a program once for its whole input, or once for every few words of it. */
final class Xargs {
    private static final Set<String> VALUED = Set.of(
            "-n",
            "-I",
            "-L",
            "-P",
            "-d",
            "-s",
            "-E",
            "-a",
            "--max-args",
            "--max-procs",
            "--replace",
            "--delimiter",
            "--max-lines",
            "--arg-file");
    /** Options that change how the input is taken apart in a way that is not worked out. */
    private static final Set<String> OTHERWISE = Set.of("-L", "--max-lines", "-a", "--arg-file", "-s", "-E");

    private final Programs programs;
    private final Budget budget;

    Xargs(Programs programs, Budget budget) {
        this.programs = programs;
        this.budget = budget;
    }

    List<State> run(Invocation invocation, State state, Context context) {
        List<Field> words = invocation.words();
        int first = Wrappers.afterOptions(words, 1, VALUED);
        List<String> options = words.subList(1, first).stream()
                .map(word -> word.known().orElse("?"))
                .toList();
        List<Field> program = first < words.size() ? words.subList(first, words.size()) : List.of(Field.of("echo"));
        Optional<List<List<Field>>> rounds =
                rounds(options, program, Streams.of(state).input());
        boolean beside = option(options, "-P")
                .or(() -> option(options, "--max-procs"))
                .filter(most -> !most.equals("1"))
                .isPresent();
        List<State> ends = rounds.isPresent()
                ? exactly(rounds.get(), invocation, noInput(state), context)
                : anyNumber(options, program, invocation, noInput(state), context);
        return beside
                ? States.map(
                        ends, end -> Interpreter.concurrent(end, state.trail().size()))
                : ends;
    }

    private static State noInput(State state) {
        return Streams.of(state).reading(Optional.of(Value.EMPTY)).in(state);
    }

    /** The words of each run, if the input is known and taken apart in a usual way. */
    private static Optional<List<List<Field>>> rounds(
            List<String> options, List<Field> program, Optional<Value> input) {
        boolean usual = options.stream().noneMatch(option -> OTHERWISE.contains(option) || option.matches("-[LsE].+"));
        Optional<String> text = input.flatMap(Value::known);
        if (!usual || text.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> replaced = option(options, "-I");
        Optional<List<String>> all = items(options, text.get(), replaced.isPresent());
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<String> items = all.get();
        if (replaced.isPresent()) {
            return Optional.of(items.stream()
                    .map(item -> replace(program, replaced.get(), Value.of(item)))
                    .toList());
        }
        Optional<Integer> most = option(options, "-n")
                .or(() -> option(options, "--max-args"))
                .map(count -> count.matches("[1-9]\\d{0,3}") ? Integer.valueOf(count) : 0);
        if (most.filter(count -> count == 0).isPresent()) {
            return Optional.empty();
        }
        boolean needsItems = options.contains("-r") || options.contains("--no-run-if-empty");
        int size = most.orElse(Math.max(1, items.size()));
        var runs = new ArrayList<List<Field>>();
        for (int i = 0; i < items.size() || (i == 0 && !needsItems); i += size) {
            var run = new ArrayList<>(program);
            items.subList(i, Math.min(i + size, items.size())).forEach(item -> run.add(Field.of(item)));
            runs.add(run);
        }
        return Optional.of(runs);
    }

    private static Optional<List<String>> items(List<String> options, String text, boolean lines) {
        if (options.contains("-0") || options.contains("--null")) {
            return Optional.of(XargsInput.parted(text, "\0"));
        }
        Optional<String> delimiter = option(options, "-d").or(() -> option(options, "--delimiter"));
        if (delimiter.isPresent()) {
            String by = delimiter.get().equals("\\n") ? "\n" : delimiter.get();
            return by.length() == 1 ? Optional.of(XargsInput.parted(text, by)) : Optional.empty();
        }
        return XargsInput.items(text, lines);
    }

    private static Optional<String> option(List<String> options, String name) {
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).equals(name) && i + 1 < options.size()) {
                return Optional.of(options.get(i + 1));
            }
            if (options.get(i).startsWith(name) && options.get(i).length() > name.length()) {
                String value = options.get(i).substring(name.length());
                return Optional.of(name.startsWith("--") ? value.replaceFirst("^=", "") : value);
            }
        }
        return Optional.empty();
    }

    /** The words of a program with a placeholder replaced. */
    static List<Field> replace(List<Field> program, String placeholder, Value value) {
        return program.stream()
                .map(field -> new Field(replace(field.value(), placeholder, value), field.many()))
                .toList();
    }

    private static Value replace(Value text, String placeholder, Value value) {
        Value result = Value.EMPTY;
        for (Value.Piece piece : text.pieces()) {
            if (piece instanceof Value.Text(String known)) {
                String[] parts = known.split(Pattern.quote(placeholder), -1);
                for (int i = 0; i < parts.length; i++) {
                    result = (i == 0 ? result : result.plus(value)).plus(Value.of(parts[i]));
                }
            } else {
                result = result.plus(new Value(List.of(piece)));
            }
        }
        return result;
    }

    /** Goes on after a failed run, and fails in the end if one did. */
    private List<State> exactly(List<List<Field>> rounds, Invocation invocation, State state, Context context) {
        if (rounds.size() > Budget.MOST_ROUNDS) {
            budget.cut();
            return States.either(state);
        }
        List<State> states = List.of(state.ok());
        for (List<Field> words : rounds) {
            var next = new LinkedHashSet<State>();
            for (State before : states) {
                for (State end : programs.program(invocation.with(words), before, context)) {
                    next.add(before.status().isOk() ? end : end.failed());
                }
            }
            states = budget.bound(List.copyOf(next));
        }
        return states;
    }

    private List<State> anyNumber(
            List<String> options, List<Field> program, Invocation invocation, State state, Context context) {
        Optional<String> placeholder = option(options, "-I");
        List<Field> words = placeholder
                .map(text -> replace(program, text, budget.fresh("xargs")))
                .orElseGet(() -> {
                    var all = new ArrayList<>(program);
                    all.add(new Field(budget.fresh("xargs"), true));
                    return all;
                });
        return programs.anyNumber(invocation.with(words), state, context);
    }
}
