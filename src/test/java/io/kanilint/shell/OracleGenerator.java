package io.kanilint.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Makes a script from a number: the same one from the same number. */
final class OracleGenerator {
    private final OracleScope in;

    private OracleGenerator(OracleScope in) {
        this.in = in;
    }

    /** @param closed whether the engine is told all of the environment */
    static OracleScript script(long seed, boolean closed) {
        var random = new SplittableRandom(seed);
        boolean bash = random.nextInt(100) < 40;
        int fuel = 4 + random.nextInt(12);
        return new OracleGenerator(new OracleScope(new OracleScope.Whole(random, closed, bash, fuel))).script();
    }

    private OracleScript script() {
        var items = new ArrayList<Block>();
        var compounds = new OracleCompounds(in);
        while (in.whole.fuel > 0) {
            items.add(compounds.block(3));
        }
        if (in.whole.concurrent) {
            items.add(Block.of(Statement.of("wait")));
        }
        return new OracleScript(items, in.whole.files, rest());
    }

    private OracleCase rest() {
        boolean closed = in.whole.closed;
        Map<String, String> known = new HashMap<>(Map.of("EXE", "./bin/executor"));
        if (closed) {
            known.putAll(values());
        }
        var trials = new ArrayList<Map<String, String>>();
        for (int i = 0; i < (closed ? 1 : 4); i++) {
            trials.add(closed ? Map.of() : values());
        }
        return new OracleCase(
                List.of(),
                Map.of(),
                known,
                trials,
                closed,
                in.whole.bash,
                in.chance(75),
                in.chance(75),
                plan(),
                in.whole.exact);
    }

    private Map<String, String> values() {
        var values = new HashMap<String, String>();
        for (String name : OracleWords.GIVEN) {
            if (in.chance(75)) {
                values.put(
                        name,
                        in.one("", "a", "b", "x1", "two words", "fail", "1", "0", "reg/app:tag", "v1.2", " a  b "));
            }
        }
        return values;
    }

    private String plan() {
        var plan = new StringBuilder();
        if (!in.whole.concurrent && in.chance(50)) {
            for (int i = 0; i < 8; i++) {
                plan.append(in.chance(25) ? '1' : '0');
            }
        }
        return plan.toString();
    }
}
