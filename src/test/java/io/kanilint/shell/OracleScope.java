package io.kanilint.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Where a script is being made: what may stand here, and what has been made so far. Inside of something, a copy of it. */
final class OracleScope implements Cloneable {
    /** Shared by all of a script. */
    static final class Whole {
        final SplittableRandom random;
        final boolean closed;
        final boolean bash;
        final Map<String, Block> files = new HashMap<>();
        /** How many more statements there may be. */
        int fuel;

        int names;
        boolean concurrent;
        boolean exact = true;

        Whole(SplittableRandom random, boolean closed, boolean bash, int fuel) {
            this.random = random;
            this.closed = closed;
            this.bash = bash;
            this.fuel = fuel;
        }
    }

    final Whole whole;
    int depth;
    int loops;
    boolean function;
    /** Whether Bash runs this, not only {@code sh}. */
    boolean bash;

    List<String> functions = new ArrayList<>();
    List<String> arrays = new ArrayList<>();

    OracleScope(Whole whole) {
        this.whole = whole;
        this.bash = whole.bash;
    }

    /** Inside of a compound command. */
    OracleScope inner() {
        try {
            var copy = (OracleScope) clone();
            copy.depth++;
            copy.functions = new ArrayList<>(functions);
            copy.arrays = new ArrayList<>(arrays);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    OracleScope loop() {
        OracleScope copy = inner();
        copy.loops++;
        return copy;
    }

    /** In a subshell, which Bash does not let end a loop around it. */
    OracleScope subshell() {
        OracleScope copy = inner();
        copy.loops = 0;
        return copy;
    }

    /** In a shell of its own, whose text is given to it. */
    OracleScope process(boolean runsBash) {
        OracleScope copy = inner();
        copy.loops = 0;
        copy.function = false;
        copy.bash = runsBash;
        copy.functions = new ArrayList<>();
        copy.arrays = new ArrayList<>();
        return copy;
    }

    OracleScope body() {
        OracleScope copy = inner();
        copy.loops = 0;
        copy.function = true;
        return copy;
    }

    int below(int bound) {
        return whole.random.nextInt(bound);
    }

    boolean chance(int percent) {
        return below(100) < percent;
    }

    @SafeVarargs
    final <T> T one(T... choices) {
        return choices[below(choices.length)];
    }

    <T> T one(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    String name(String stem) {
        return stem + ++whole.names;
    }

    boolean mayGoDeeper() {
        return depth < 4 && whole.fuel > 0;
    }
}
