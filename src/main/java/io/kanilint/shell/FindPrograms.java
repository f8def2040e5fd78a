package io.kanilint.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code find … -exec program}: runs a program for each file, or with {@code +} once for all of them. */
final class FindPrograms {
    private static final Set<String> ACTIONS = Set.of("-exec", "-execdir", "-ok", "-okdir");

    private final Programs programs;
    private final Budget budget;

    FindPrograms(Programs programs, Budget budget) {
        this.programs = programs;
        this.budget = budget;
    }

    List<State> run(Invocation invocation, State state, Context context) {
        List<Field> words = invocation.words();
        State after = state.with(state.knowledge().forgetFiles());
        List<State> states = States.either(Streams.of(after).disturbed(budget).in(after));
        for (int at = 1; at < words.size(); at++) {
            if (words.get(at).known().filter(ACTIONS::contains).isPresent()) {
                int first = at + 1;
                while (at < words.size() && !Wrappers.word(words, at).matches("[;+]")) {
                    at++;
                }
                List<Field> program = words.subList(first, at);
                boolean each = !Wrappers.word(words, at).equals("+");
                states = budget.bound(States.then(states, now -> action(invocation.with(program), each, now, context)));
            }
        }
        return states;
    }

    private List<State> action(Invocation program, boolean each, State state, Context context) {
        if (program.words().isEmpty()) {
            return List.of(state);
        }
        if (each) {
            List<Field> words = Xargs.replace(program.words(), "{}", budget.fresh("found"));
            return programs.anyNumber(program.with(words), state, context);
        }
        var words = new ArrayList<>(program.words());
        words.set(words.size() - 1, new Field(budget.fresh("found"), true));
        return States.join(List.of(state), programs.program(program.with(words), state, context));
    }
}
