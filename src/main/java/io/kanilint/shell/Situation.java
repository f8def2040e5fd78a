package io.kanilint.shell;

import java.util.Map;

/**
 * What a script finds when it starts.
 *
 * @param variables its environment as far as known
 * @param closed whether that is all: other variables are unset; if not, they are unknown
 * @param errexit whether {@code set -e} is on
 * @param pipefail whether {@code set -o pipefail} is on
 */
public record Situation(
        Map<String, Value> variables, boolean closed, boolean errexit, boolean pipefail, ScriptFiles files) {

    static final Situation NOWHERE = new Situation(Map.of(), true, false, false, ScriptFiles.NONE);

    public Situation {
        variables = Map.copyOf(variables);
    }

    /** A job as GitLab Runner starts it: it stops at the first error, also within a pipeline. */
    public static Situation ofJob(Map<String, Value> variables, ScriptFiles files) {
        return new Situation(variables, false, true, true, files);
    }
}
