package io.kanilint.kaniko;

import io.kanilint.text.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Drops ways with several runs that no run of the job can take: what one kind of pipeline or one instance of a matrix does
 * and what another does, one after the other. They are looked into one by one, and only where there is such a way.
 */
final class FeasibleWays {
    private final JobBuilds builds;

    FeasibleWays(JobBuilds builds) {
        this.builds = builds;
    }

    /**
     * The builds with the ways that are left.
     *
     * @param find finds the builds under a circumstance
     */
    JobBuilds amongst(Function<Circumstance, JobBuilds> find) {
        if (builds.ways().stream().noneMatch(FeasibleWays::isSeveral)) {
            return builds;
        }
        var feasible = new HashSet<Set<Span>>();
        boolean runs = builds.job().pipelines().isEmpty();
        for (Circumstance circumstance : Circumstance.of(builds.job())) {
            JobBuilds there = find.apply(circumstance);
            if (!there.complete()) {
                return builds;
            }
            runs |= !there.ways().isEmpty();
            there.ways().stream()
                    .filter(FeasibleWays::isSeveral)
                    .map(FeasibleWays::places)
                    .forEach(feasible::add);
        }
        List<List<BuildRun>> left = builds.ways().stream()
                .filter(way -> !isSeveral(way) || feasible.contains(places(way)))
                .toList();
        boolean unlike = !runs || (!feasible.isEmpty() && left.stream().noneMatch(FeasibleWays::isSeveral));
        // A job that runs only with other values than the configuration has is judged by what it can do then.
        return unlike ? builds : builds.withWays(left);
    }

    private static boolean isSeveral(List<BuildRun> way) {
        return way.size() > 1;
    }

    private static Set<Span> places(List<BuildRun> way) {
        return way.stream().map(run -> run.build().span()).collect(Collectors.toSet());
    }
}
