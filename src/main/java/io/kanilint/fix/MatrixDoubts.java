package io.kanilint.fix;

import io.kanilint.kaniko.JobBuilds;
import io.kanilint.shell.Command;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a matrix may mean something else than the job did, if it may. */
final class MatrixDoubts {
    private MatrixDoubts() {}

    /** The worst first. */
    static List<String> all(JobBuilds builds, MatrixPlan plan, Bases bases) {
        String script = builds.job().script().text().text();
        Optional<String> started = plan.fixed()
                ? Optional.empty()
                : Optional.of("variables that can be set when a pipeline is started say now what is built");
        Optional<String> repeated = plan.before().stream()
                .map(command -> excerpt(script, command))
                .filter(Excerpt::reachesOut)
                .findFirst()
                .map("'%s' would run in each job of the matrix"::formatted);
        Optional<String> after = plan.after().stream().allMatch(Harmlessness::of)
                ? Optional.empty()
                : Optional.of("commands after the builds would run in each job of the matrix");
        Optional<String> failing = plan.after().isEmpty()
                ? Condition.atTheEnd(builds.commands())
                        .map(asked -> "a job would fail where '%s' is false".formatted(excerpt(script, asked)))
                : Optional.empty();
        return Stream.of(
                        Stream.of(started, repeated, after, failing).flatMap(Optional::stream),
                        new OrderDoubts(builds, bases).all(),
                        JobDoubts.all(builds))
                .flatMap(reasons -> reasons)
                .distinct()
                .toList();
    }

    private static Excerpt excerpt(String script, Command command) {
        return new Excerpt(script.substring(command.start(), command.end()));
    }
}
