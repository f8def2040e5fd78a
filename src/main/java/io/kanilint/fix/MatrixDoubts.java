package io.kanilint.fix;

import io.kanilint.kaniko.JobBuilds;
import java.util.Optional;

/** Why a matrix may mean something else than the job did, if it may. */
final class MatrixDoubts {
    private MatrixDoubts() {}

    static Optional<String> first(JobBuilds builds, MatrixPlan plan) {
        if (!plan.fixed()) {
            return Optional.of("variables that can be set when a pipeline is started say now what is built");
        }
        String script = builds.job().script().text().text();
        Optional<String> repeated = plan.before().stream()
                .map(command -> new Excerpt(script.substring(command.start(), command.end())))
                .filter(Excerpt::reachesOut)
                .findFirst()
                .map("'%s' would run in each job of the matrix"::formatted);
        if (repeated.isPresent()) {
            return repeated;
        }
        if (!plan.after().stream().allMatch(Harmlessness::of)) {
            return Optional.of("commands after the builds would run in each job of the matrix");
        }
        return JobDoubts.first(builds);
    }
}
