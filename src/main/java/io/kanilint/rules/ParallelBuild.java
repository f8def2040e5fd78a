package io.kanilint.rules;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Related;
import io.kanilint.finding.Severity;
import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.BuildRun;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.text.Span;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Builds at the same time in one container: both unpack into the one root file system and take snapshots of it (from
 * kaniko's source; not measured).
 */
public final class ParallelBuild implements Rule {
    /** Nobody writes as many; looking at each takes time. */
    private static final int MOST_PAIRS = 10_000;

    @Override
    public String id() {
        return "parallel-build";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String summary() {
        return "two builds run at the same time in one container and write into the same file system";
    }

    @Override
    public Stream<Finding> check(Configuration configuration) {
        return configuration.jobs().stream()
                .filter(job -> job.ways().stream().flatMap(List::stream).anyMatch(BuildRun::concurrent))
                .flatMap(job ->
                        pairs(job).entrySet().stream().map(pair -> finding(job, pair.getKey(), pair.getValue())));
    }

    /** Builds that are started in the background, each with one that runs beside it; one for each place. */
    private static Map<Build, Build> pairs(JobBuilds job) {
        var background = new Background(job);
        var seen = new HashSet<List<Integer>>();
        var places = new HashSet<Span>();
        var pairs = new LinkedHashMap<Build, Build>();
        for (List<BuildRun> way : job.ways()) {
            for (int i = 0; i < way.size(); i++) {
                for (int j = i + 1; way.get(i).concurrent() && j < way.size(); j++) {
                    Build build = way.get(i).build();
                    Build later = way.get(j).build();
                    if (seen.size() < MOST_PAIRS
                            && seen.add(List.of(build.number(), later.number()))
                            && background.isBeside(build, later)
                            && places.add(build.span())) {
                        pairs.put(build, later);
                    }
                }
            }
        }
        return pairs;
    }

    private Finding finding(JobBuilds job, Build build, Build later) {
        boolean itself = build.span().equals(later.span());
        String message =
                ("Job '%s' %s. Kaniko unpacks and changes the root file system of its container, so builds that"
                                + " run at the same time write over each other: an image can miss files of its own or contain"
                                + " files of the other one. Give each image its own job; jobs of one stage run at the same time"
                                + " anyway.")
                        .formatted(
                                job.job().name(),
                                itself
                                        ? "starts this build several times at once in one container"
                                        : "starts this build in the background and another one beside it in the same container");
        List<Related> related = itself ? List.of() : List.of(new Related(later.span(), "The build beside it."));
        String subject = String.join(" ", build.destinations());
        return new Finding(id(), severity(), job.job().name(), subject, build.span(), message, related, List.of());
    }
}
