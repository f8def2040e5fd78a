package io.kanilint.rules;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Related;
import io.kanilint.finding.Severity;
import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.BuildRun;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.kaniko.WrittenCommand;
import io.kanilint.pipeline.PipelineKind;
import io.kanilint.shell.Value;
import io.kanilint.text.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A cache repository that merge requests write and other pipelines read. Kaniko computes the key of a layer from the
 * instructions, and neither signs nor verifies what it finds under it (measured with upstream 1.24.0).
 */
public final class SharedCacheRepository implements Rule {

    /** A build that uses a cache repository. */
    private record Use(JobBuilds job, Build build) {
        Span span() {
            boolean given = !build.arguments().uses("cache-repo").isEmpty();
            return WrittenCommand.place(job, build, given ? "--cache-repo" : "--cache");
        }
    }

    @Override
    public String id() {
        return "shared-cache-repository";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String summary() {
        return "merge requests write the cache repository from which builds of branches or tags take layers";
    }

    @Override
    public Stream<Finding> check(Configuration configuration) {
        if (configuration.isChild()) {
            return Stream.of();
        }
        Map<Value, Use> written = uses(configuration, true);
        Map<Value, Use> read = written.isEmpty() ? Map.of() : uses(configuration, false);
        return written.entrySet().stream()
                .flatMap(use -> Stream.ofNullable(read.get(use.getKey()))
                        .map(reading -> finding(use.getKey(), use.getValue(), reading)));
    }

    /** The first use of each repository, in pipelines for merge requests or in others. */
    private static Map<Value, Use> uses(Configuration configuration, boolean forMergeRequests) {
        var uses = new LinkedHashMap<Value, Use>();
        configuration.jobs().stream()
                .filter(job -> job.job().isComplete() && job.all().stream().anyMatch(SharedCacheRepository::caches))
                .filter(job -> job.job().admission().certain().stream()
                        .anyMatch(kind -> isMergeRequest(kind) == forMergeRequests))
                .forEach(job -> configuration.inPipelines().of(job.job()).stream()
                        .filter(there -> isMergeRequest(there.kind()) == forMergeRequests
                                && job.job().admission().certain().contains(there.kind()))
                        .flatMap(there -> there.builds().ways().stream().flatMap(List::stream))
                        .map(BuildRun::build)
                        .filter(SharedCacheRepository::caches)
                        .forEach(build -> repository(job, build)
                                .ifPresent(value -> uses.putIfAbsent(value, new Use(job, build)))));
        return uses;
    }

    private static boolean isMergeRequest(PipelineKind kind) {
        return kind == PipelineKind.MERGE_REQUEST;
    }

    private static boolean caches(Build build) {
        return build.arguments().pushesLayers();
    }

    private static Optional<Value> repository(JobBuilds job, Build build) {
        return build.arguments().cacheRepository().filter(value -> SharedReference.inProject(value, job.job()));
    }

    private Finding finding(Value repository, Use writing, Use reading) {
        String job = writing.job.job().name();
        String other = reading.job.job().name();
        String message =
                ("In merge request pipelines job '%s' uses the cache repository '%s', from which %s takes layers"
                                + " in other pipelines. Kaniko finds a layer by a key that anybody can compute and does not check"
                                + " where it came from, so a merge request that nobody has reviewed can put a layer into a later"
                                + " release. Give merge requests a --cache-repo of their own.")
                        .formatted(
                                job,
                                repository.pattern(),
                                job.equals(other) ? "the same job" : "job '%s'".formatted(other));
        List<Related> related = reading.span().equals(writing.span())
                ? List.of()
                : List.of(new Related(reading.span(), "Job '%s' takes layers from there.".formatted(other)));
        return new Finding(id(), severity(), job, repository.pattern(), writing.span(), message, related, List.of());
    }
}
