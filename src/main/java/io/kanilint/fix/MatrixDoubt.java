package io.kanilint.fix;

import io.kanilint.pipeline.Job;
import io.kanilint.shell.ShellParser;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a job may mean something else once it is run several times, if it may. */
final class MatrixDoubt {
    private MatrixDoubt() {}

    static Optional<String> of(Job job, MatrixPlan plan) {
        if (!plan.fixed()) {
            return Optional.of("variables that can be set when a pipeline is started say now what is built");
        }
        Optional<String> doubled = Stream.of("environment", "release", "artifacts")
                .filter(job.keywords()::containsKey)
                .findFirst()
                .map("each job of the matrix would have the same '%s'"::formatted);
        if (doubled.isPresent()) {
            return doubled;
        }
        if (job.span().text().contains("CI_JOB_NAME")) {
            return Optional.of("'CI_JOB_NAME' would be another in each job of the matrix");
        }
        if (!plan.after().stream().allMatch(Harmlessness::of)) {
            return Optional.of("commands after the builds would run in each job of the matrix");
        }
        return Harmlessness.of(ShellParser.parse(job.afterScript().text().text()))
                ? Optional.empty()
                : Optional.of("'after_script' would run in each job of the matrix");
    }
}
