package io.kanilint.fix;

import io.kanilint.finding.Fix;
import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.pipeline.Pipeline;
import io.kanilint.shell.Effort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ways to mend a job with several builds, the best first: one build where all make the same image, then one that keeps
 * the meaning before one that a person must look at, then as the project wants it; what leaves the builds in one container
 * comes last.
 */
public final class Repairs {
    private final Pipeline pipeline;
    private final JobReferences references;
    private final SplitStyle style;
    private final Effort effort = new Effort();

    /**
     * Repairs of one pipeline.
     *
     * @param child whether another pipeline starts it
     */
    public Repairs(Pipeline pipeline, boolean child, SplitStyle style) {
        this.pipeline = pipeline;
        this.references = JobReferences.in(pipeline, child);
        this.style = style;
    }

    /** Fixes that are still to be proven. */
    public List<Fix> of(JobBuilds builds, Bases bases) {
        Optional<Fix> jobs = JobSplit.of(pipeline, references, builds, bases);
        Optional<Fix> matrix = MatrixSplit.of(pipeline, builds, bases, effort);
        Stream<Optional<Fix>> splits = style == SplitStyle.JOBS ? Stream.of(jobs, matrix) : Stream.of(matrix, jobs);
        var all = new ArrayList<>(splits.flatMap(Optional::stream)
                .sorted(Comparator.comparing(fix -> !fix.safe()))
                .toList());
        CleanupFix.of(pipeline, builds).ifPresent(all::add);
        JoinedBuild.of(pipeline, builds).ifPresent(all::addFirst);
        String note = note(builds);
        return all.stream()
                .map(fix -> new Fix(fix.title() + note, fix.safe(), fix.edits(), fix.sources(), fix.jobs()))
                .toList();
    }

    /** Layers that were made on leftovers lie in the cache under valid keys, and correct jobs would use them. */
    private static String note(JobBuilds builds) {
        List<String> repositories = builds.all().stream()
                .filter(build -> build.arguments().pushesLayers())
                .flatMap(build -> repository(build).stream())
                .distinct()
                .toList();
        return switch (repositories.size()) {
            case 0 -> "";
            case 1 -> "; then delete the cache repository '%s'".formatted(repositories.getFirst());
            default -> "; then delete the cache repositories '%s'".formatted(String.join("', '", repositories));
        };
    }

    private static Optional<String> repository(Build build) {
        return build.arguments().cacheRepository().map(value -> value.pattern());
    }
}
