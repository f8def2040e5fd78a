package io.kanilint.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code read} and {@code mapfile}: take lines off the input. */
final class Reading {
    private final Budget budget;

    Reading(Budget budget) {
        this.budget = budget;
    }

    List<State> read(Invocation invocation, State state) {
        List<String> words = new ArrayList<>();
        for (Field word : invocation.words().subList(1, invocation.words().size())) {
            words.add(word.known().orElse("?"));
        }
        boolean raw = !words.isEmpty() && words.getFirst().equals("-r");
        List<String> names = raw ? words.subList(1, words.size()) : words;
        boolean usual = !names.isEmpty() && names.stream().allMatch(name -> name.matches("[A-Za-z_]\\w*"));
        Optional<String> input = Streams.of(state).input().flatMap(Value::known);
        Optional<Separators> separators = Separators.of(state.env());
        boolean clear = usual && input.isPresent() && separators.isPresent();
        if (!clear || (!raw && input.get().contains("\\"))) {
            return unknown(names, state);
        }
        int lineEnd = input.get().indexOf('\n');
        String line = lineEnd < 0 ? input.get() : input.get().substring(0, lineEnd);
        String rest = lineEnd < 0 ? "" : input.get().substring(lineEnd + 1);
        List<String> values = separators.get().fields(line, names.size());
        Env env = state.env();
        for (int i = 0; i < names.size(); i++) {
            env = env.set(names.get(i), Value.of(values.get(i)));
        }
        State after = reading(Optional.of(Value.of(rest)), state.with(env));
        return List.of(lineEnd < 0 ? after.failed() : after.ok());
    }

    private List<State> unknown(List<String> names, State state) {
        Env env = state.env();
        for (String name : names) {
            env = name.matches("[A-Za-z_]\\w*") ? env.set(name, budget.fresh(name)) : env;
        }
        return States.either(reading(Optional.empty(), state.with(env)));
    }

    /** {@code mapfile -t name}: a field for each line. */
    List<State> lines(Invocation invocation, State state) {
        List<Field> words = invocation.words();
        String name = invocation.word(words.size() - 1);
        boolean usual = words.size() == 3 && invocation.word(1).equals("-t");
        Optional<String> input = Streams.of(state).input().flatMap(Value::known);
        if (!usual || input.isEmpty()) {
            boolean named = name.matches("[A-Za-z_]\\w*");
            Env env = named ? state.env().setArray(name, List.of(new Field(budget.fresh(name), true))) : state.env();
            return List.of(reading(Optional.empty(), state.with(env)).ok());
        }
        List<Field> lines = input.get().lines().map(Field::of).toList();
        return List.of(reading(Optional.of(Value.EMPTY), state.with(state.env().setArray(name, lines)))
                .ok());
    }

    private static State reading(Optional<Value> text, State state) {
        return Streams.of(state).reading(text).in(state);
    }
}
