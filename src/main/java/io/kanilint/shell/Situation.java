package io.kanilint.shell;

import java.util.Map;

/**
 * What a script finds when it starts.
 *
 * @param variables its environment as far as known
 * @param closed whether that is all: other variables are unset; if not, they are unknown
 * @param errexit whether {@code set -e} is on
 * @param pipefail whether {@code set -o pipefail} is on
 * @param premise commands that have succeeded before, such as conditions that hold; may be empty
 */
public record Situation(
        Map<String, Value> variables,
        boolean closed,
        boolean errexit,
        boolean pipefail,
        ScriptFiles files,
        String premise) {

    static final Situation NOWHERE = new Situation(Map.of(), true, false, false, ScriptFiles.NONE);

    public Situation {
        variables = Map.copyOf(variables);
    }

    /** One of which no more is known. */
    public Situation(
            Map<String, Value> variables, boolean closed, boolean errexit, boolean pipefail, ScriptFiles files) {
        this(variables, closed, errexit, pipefail, files, "");
    }

    /** A job as GitLab Runner starts it: it stops at the first error, also within a pipeline. */
    public static Situation ofJob(Map<String, Value> variables, ScriptFiles files, String premise) {
        return new Situation(variables, false, true, true, files, premise);
    }
}
