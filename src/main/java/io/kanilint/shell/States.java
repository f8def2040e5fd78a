package io.kanilint.shell;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Lists of states that go different ways. */
final class States {
    private States() {}

    /** What comes of each state that goes on; the others are kept as they are. */
    static List<State> then(List<State> states, Function<State, List<State>> next) {
        if (states.size() == 1 && states.getFirst().goesOn()) {
            return next.apply(states.getFirst());
        }
        var all = new LinkedHashSet<State>();
        for (State state : states) {
            if (state.goesOn()) {
                all.addAll(next.apply(state));
            } else {
                all.add(state);
            }
        }
        return List.copyOf(all);
    }

    /** What comes of each expansion. */
    static <T> List<State> of(List<Expanded<T>> expansions, Function<Expanded<T>, List<State>> next) {
        if (expansions.size() == 1) {
            return next.apply(expansions.getFirst());
        }
        var all = new LinkedHashSet<State>();
        expansions.forEach(one -> all.addAll(next.apply(one)));
        return List.copyOf(all);
    }

    static List<State> map(List<State> states, UnaryOperator<State> change) {
        if (states.size() == 1) {
            return List.of(change.apply(states.getFirst()));
        }
        var all = new LinkedHashSet<State>();
        states.forEach(state -> all.add(change.apply(state)));
        return List.copyOf(all);
    }

    static List<State> join(List<State> first, List<State> second) {
        var all = new LinkedHashSet<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    /** A command that may succeed or fail. */
    static List<State> either(State state) {
        return List.of(state.ok(), state.failed());
    }

    static List<State> succeeded(List<State> states, boolean wanted) {
        var kept = new ArrayList<State>();
        for (State state : states) {
            if (state.goesOn() && state.status().isOk() == wanted) {
                kept.add(state);
            }
        }
        return kept;
    }

    static List<State> open(List<State> states) {
        return states.stream().filter(State::goesOn).toList();
    }

    static List<State> ended(List<State> states) {
        return states.stream().filter(state -> !state.goesOn()).toList();
    }
}
