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
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    /** Options that change how the input is taken apart. */
    private static final Set<String> OTHERWISE =
            Set.of("-0", "--null", "-d", "--delimiter", "-L", "--max-lines", "-a", "--arg-file", "-P", "--max-procs");

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
        Optional<List<List<Field>>> rounds = rounds(options, program, invocation.input());
        return rounds.isPresent()
                ? exactly(rounds.get(), invocation, state, context)
                : anyNumber(options, program, invocation, state, context);
    }

    /** The words of each run, if the input is known and taken apart in the usual way. */
    private static Optional<List<List<Field>>> rounds(
            List<String> options, List<Field> program, Optional<Value> input) {
        boolean usual =
                options.stream().noneMatch(option -> OTHERWISE.contains(option) || option.matches("-[0dLP].+|--.*"));
        Optional<String> text = input.flatMap(Value::known).filter(known -> known.matches("[^'\"\\\\]*"));
        if (!usual || text.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> replaced = option(options, "-I");
        if (replaced.isPresent()) {
            return Optional.of(text.get()
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(line -> replace(program, replaced.get(), Value.of(line)))
                    .toList());
        }
        List<String> items =
                BLANKS.splitAsStream(text.get()).filter(item -> !item.isEmpty()).toList();
        Optional<Integer> most =
                option(options, "-n").map(count -> count.matches("[1-9]\\d{0,3}") ? Integer.valueOf(count) : 0);
        if (items.isEmpty() || most.filter(count -> count == 0).isPresent()) {
            return Optional.empty();
        }
        int size = most.orElse(items.size());
        var all = new ArrayList<List<Field>>();
        for (int i = 0; i < items.size(); i += size) {
            var run = new ArrayList<>(program);
            items.subList(i, Math.min(i + size, items.size())).forEach(item -> run.add(Field.of(item)));
            all.add(run);
        }
        return Optional.of(all);
    }

    private static Optional<String> option(List<String> options, String name) {
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).equals(name) && i + 1 < options.size()) {
                return Optional.of(options.get(i + 1));
            }
            if (options.get(i).startsWith(name) && options.get(i).length() > name.length()) {
                return Optional.of(options.get(i).substring(name.length()));
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
