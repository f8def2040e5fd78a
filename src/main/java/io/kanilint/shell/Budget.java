package io.kanilint.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bounds the work on one script. What is cut off makes the result incomplete, never wrong. */
final class Budget {
    private static final int MOST_COMMANDS = 20_000;
    /** Those that a script may run even if others have used up what all may. */
    private static final int OWN_COMMANDS = 100;

    /** From here on states that ran the same are made one. */
    private static final int MANY_STATES = 8;
    /** The same in a script that has cost much already, so that its end is reached. */
    private static final int MANY_LATE_STATES = 1;

    private static final int MUCH_COST = 1_500;

    private static final int MOST_STATES = 32;
    /** Ways that have ended cost nothing more. */
    private static final int MOST_ENDED = 128;
    /** Of a command, or of an array. */
    private static final int MOST_FIELDS = 2_000;

    /** Calls on one way; a job that makes more is not followed further. */
    static final int MOST_CALLS = 200;

    static final int DEEPEST = 20;
    static final int MOST_ROUNDS = 64;

    private final Effort effort;
    private int commands;
    private int fresh;
    private boolean complete = true;

    Budget(Effort effort) {
        this.effort = effort;
    }

    boolean complete() {
        return complete;
    }

    void cut() {
        complete = false;
    }

    /** Whether one more command may be run. */
    boolean spend() {
        commands++;
        if (commands <= MOST_COMMANDS && (effort.spend() || commands <= OWN_COMMANDS)) {
            return true;
        }
        complete = false;
        return false;
    }

    /** No more fields than a command may have; the others become one of which nobody knows how many it stands for. */
    List<Field> fields(List<Field> all) {
        if (all.size() <= MOST_FIELDS) {
            return List.copyOf(all);
        }
        complete = false;
        var few = new ArrayList<>(all.subList(0, MOST_FIELDS));
        few.add(new Field(fresh("@"), true));
        return List.copyOf(few);
    }

    /** A name for an unknown value that no other has. */
    Value fresh(String name) {
        fresh++;
        return Value.unknown(name + "#" + fresh);
    }

    /**
     * No more states than can be afforded: those that ran the same are made one, what differs in them becomes unknown; if
     * that is not enough, the last ones are dropped. What all of them know for true stays known, so that two conditions that
     * exclude each other still do: the states that ran something under the one agree on it.
     */
    List<State> bound(List<State> states) {
        int many = commands < MUCH_COST ? MANY_STATES : MANY_LATE_STATES;
        if (states.size() <= many) {
            return states;
        }
        List<State> open = States.open(states);
        List<State> few = States.join(open.size() <= many ? open : Merger.merge(open), States.ended(states));
        if (few.size() <= many) {
            return few;
        }
        var merged = new LinkedHashMap<Alike, State>();
        for (State state : few) {
            merged.merge(new Alike(state), state, this::merge);
        }
        return States.join(
                few(States.open(List.copyOf(merged.values())), MOST_STATES),
                few(States.ended(List.copyOf(merged.values())), MOST_ENDED));
    }

    private List<State> few(List<State> states, int most) {
        complete &= states.size() <= most;
        return states.size() <= most ? states : states.subList(0, most);
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
                    && state.trail().equals(second.trail());
        }

        @Override
        public int hashCode() {
            return state.hashCode();
        }
    }

    private State merge(State first, State second) {
        return new State(
                merge(first.env(), second.env()),
                first.knowledge().common(second.knowledge(), this),
                first.trail(),
                first.flow(),
                first.levels(),
                first.status());
    }

    private Env merge(Env first, Env second) {
        var differing = new ArrayList<String>();
        first.variables().differences(second.variables(), differing::add);
        Env env = first;
        for (String name : differing) {
            env = env.set(name, fresh(name));
        }
        return env;
    }
}
