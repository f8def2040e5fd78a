package io.kanilint.shell;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bounds the work on one script. What is cut off makes the result incomplete, never wrong. */
final class Budget {
    private static final int MOST_COMMANDS = 8_000;
    private static final int MOST_STATES = 32;
    static final int DEEPEST = 20;
    static final int MOST_ROUNDS = 64;

    private int commands = MOST_COMMANDS;
    private int fresh;
    private boolean complete = true;

    boolean complete() {
        return complete;
    }

    void cut() {
        complete = false;
    }

    /** Whether one more command may be run. */
    boolean spend() {
        if (commands-- > 0) {
            return true;
        }
        complete = false;
        return false;
    }

    /** A name for an unknown value that no other has. */
    Value fresh(String name) {
        fresh++;
        return Value.unknown(name + "#" + fresh);
    }

    /**
     * No more states than can be afforded: those that ran the same are made one, what differs in them becomes unknown; if
     * that is not enough, the last ones are dropped.
     */
    List<State> bound(List<State> states) {
        if (states.size() <= MOST_STATES) {
            return states;
        }
        var merged = new LinkedHashMap<Alike, State>();
        for (State state : states) {
            merged.merge(new Alike(state), state, this::merge);
        }
        if (merged.size() > MOST_STATES) {
            complete = false;
        }
        return merged.values().stream().limit(MOST_STATES).toList();
    }

    /** States that may be made one: they ran the same and differ in variables at most. */
    private record Alike(State state) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Alike(State second)
                    && state.flow() == second.flow()
                    && state.levels() == second.levels()
                    && state.status() == second.status()
                    && state.env().errexit() == second.env().errexit()
                    && state.env().functions().equals(second.env().functions())
                    && state.env().arguments().equals(second.env().arguments())
                    && state.elements().equals(second.elements());
        }

        @Override
        public int hashCode() {
            return state.hashCode();
        }
    }

    private State merge(State first, State second) {
        Env env = first.env();
        for (Map.Entry<String, Optional<Value>> entry : second.env().variables().entrySet()) {
            if (!entry.getValue().equals(env.variables().get(entry.getKey()))) {
                env = env.set(entry.getKey(), fresh(entry.getKey()));
            }
        }
        for (String name : first.env().variables().keySet()) {
            if (!second.env().variables().containsKey(name)) {
                env = env.set(name, fresh(name));
            }
        }
        return new State(
                env,
                common(first.knowledge(), second.knowledge()),
                first.elements(),
                first.flow(),
                first.levels(),
                first.status());
    }

    private static Knowledge common(Knowledge first, Knowledge second) {
        return new Knowledge(
                common(first.texts(), second.texts()),
                common(first.facts(), second.facts()),
                common(first.fileFacts(), second.fileFacts()));
    }

    private static <V> Map<String, V> common(Map<String, V> first, Map<String, V> second) {
        var common = new HashMap<>(first);
        common.entrySet().removeIf(entry -> !entry.getValue().equals(second.get(entry.getKey())));
        return Map.copyOf(common);
    }
}
