package io.kanilint.shell;

import java.util.List;
import java.util.Map;

/**
 * A script with all that decides about what it runs.
 *
 * @param items its parts, run one after the other in one shell, as {@code before_script} and {@code script} are
 * @param files scripts of the project, by path
 * @param known its environment, as far as the engine is told
 * @param trials environments that the engine is not told; in a closed case just an empty one
 * @param closed whether the engine is told that there are no other variables
 * @param bash whether only Bash can read it
 * @param plan how the executor ends in its first, second, … run: a digit each, 1 for an error; always good after that
 * @param exact whether all shells that can read it do the same, and everything in it is known
 */
record OracleCase(
        List<String> items,
        Map<String, String> files,
        Map<String, String> known,
        List<Map<String, String>> trials,
        boolean closed,
        boolean bash,
        boolean errexit,
        boolean pipefail,
        String plan,
        boolean exact) {

    OracleCase {
        items = List.copyOf(items);
        files = Map.copyOf(files);
        known = Map.copyOf(known);
        trials = List.copyOf(trials);
    }

    /** All that the shell runs, without the options it starts with. */
    String script() {
        return String.join("\n", items) + "\n";
    }

    /** Whether the executor fails in a run: in the first, it has the index 0. */
    boolean fails(int index, List<String> arguments) {
        return arguments.stream().anyMatch(argument -> argument.contains("fail"))
                || (index < plan.length() && plan.charAt(index) == '1');
    }
}
