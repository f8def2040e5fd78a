package io.kanilint.rules;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Severity;
import io.kanilint.kaniko.Answer;
import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.kaniko.KanikoArguments;
import java.util.stream.Stream;

/** Measured with v1.24.0: {@code if using cache with --no-push, specify cache repo with --cache-repo}. */
public final class CacheWithoutRepository implements BuildRule {
    @Override
    public String id() {
        return "cache-without-repository";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String summary() {
        return "--cache together with --no-push needs --cache-repo, or the executor stops at once";
    }

    @Override
    public Stream<Finding> check(JobBuilds job, Build build) {
        KanikoArguments arguments = build.arguments();
        boolean stops = arguments.isComplete()
                && arguments.isSet("cache") == Answer.YES
                && arguments.noPush() == Answer.YES
                && arguments.uses("cache-repo").isEmpty()
                && !isAllowed(job, arguments);
        return stops
                ? FlagPlace.last(job, build, "cache").map(place -> place.finding(this, message(place), Stream.of()))
                : Stream.of();
    }

    private static String message(FlagPlace place) {
        return ("With '--no-push' Kaniko does not derive the place of its cache from the destination, so the executor stops at"
                        + " once with 'if using cache with --no-push, specify cache repo with --cache-repo'. Add '--cache-repo'"
                        + " with the repository that holds the layers, or leave out '%s'.")
                .formatted(place.written());
    }

    /** In osscontainertools, whose cache is then only read. */
    private static boolean isAllowed(JobBuilds job, KanikoArguments arguments) {
        return switch (job.executor().family()) {
            case OSSCONTAINERTOOLS, UNKNOWN -> arguments.isSet("no-push-cache") != Answer.NO;
            case UPSTREAM, CHAINGUARD -> false;
        };
    }
}
