package io.kanilint.rules;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.finding.Related;
import io.kanilint.finding.Severity;
import io.kanilint.fix.Repairs;
import io.kanilint.fix.SameImage;
import io.kanilint.kaniko.Answer;
import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.BuildRun;
import io.kanilint.kaniko.JobBuilds;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Several builds in one container. Kaniko builds on the container's own root file system and does not reset it, so a
 * later build starts on what an earlier one left (measured with upstream 1.9.2 and 1.24.0 and both forks).
 */
public final class MultiBuildJob implements Rule {

    /**
     * A way on which a build starts on leftovers.
     *
     * @param runs those that succeed on it
     * @param first the first build that starts so
     */
    private record Leftover(List<BuildRun> runs, Build first) {}

    @Override
    public String id() {
        return "multi-build-job";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String summary() {
        return "one job builds several images in one container, so a later image can miss packages or carry files of an earlier one";
    }

    @Override
    public Stream<Finding> check(Configuration configuration) {
        if (configuration.isProof()) {
            return found(configuration, (job, way) -> finding(job, way, List.of()));
        }
        var repairs = new Repairs(configuration.pipeline(), configuration.isChild(), configuration.split());
        return found(
                configuration,
                (job, way) -> finding(job, way, repairs.of(job, BaseImages.of(job, configuration.atHand())))
                        .about(BuiltFrom.of(job, way.runs, way.first, configuration.files())));
    }

    private static Stream<Finding> found(
            Configuration configuration, BiFunction<JobBuilds, Leftover, Finding> finding) {
        return configuration.jobs().stream().flatMap(job -> check(job).stream().map(way -> finding.apply(job, way)));
    }

    /** Whether this is said of a job. */
    static boolean concerns(JobBuilds job) {
        return check(job).isPresent();
    }

    private static Optional<Leftover> check(JobBuilds job) {
        return job.ways().stream()
                .flatMap(way -> leftovers(way).stream())
                .max(Comparator.<Leftover>comparingInt(way -> way.runs.size())
                        .thenComparingInt(way -> -way.first.number()));
    }

    /** A build that fails makes no image: what it leaves to a later one is another matter. */
    private static Optional<Leftover> leftovers(List<BuildRun> way) {
        List<BuildRun> made = way.stream().filter(run -> !run.failed()).toList();
        return made.stream()
                .filter(run -> run.met().image() == Answer.YES)
                .findFirst()
                .map(run -> new Leftover(made, run.build()));
    }

    private Finding finding(JobBuilds job, Leftover way, List<Fix> fixes) {
        String message = ("Job '%s' %s the Kaniko executor %s in one container. Kaniko builds on the container's own"
                        + " file system and does not reset it, so a later build starts on top of the earlier image:"
                        + " packages that are already installed never enter the new image, and files of one image can"
                        + " reach another, while every run ends with exit code 0."
                        + " %s")
                .formatted(
                        job.job().name(),
                        new Certainty(job, way.runs).holds() ? "runs" : "can run",
                        times(way.runs),
                        advice(job));
        List<Related> related = way.runs.stream()
                .map(BuildRun::build)
                .distinct()
                .filter(build -> !build.span().equals(way.first.span()))
                .map(build -> new Related(build.span(), "Build %d of this job.".formatted(build.number() + 1)))
                .toList();
        return new Finding(id(), severity(), job.job().name(), way.first.span(), message, related, fixes);
    }

    private static String advice(JobBuilds job) {
        return SameImage.of(job)
                .map(image -> "All these builds make the same image: build it once, with %s `--destination`."
                        .formatted(image.count()))
                .orElse("Give each image its own job.");
    }

    /** Of a loop it is not known how often it goes round. */
    private static String times(List<BuildRun> runs) {
        boolean counted = runs.stream().noneMatch(BuildRun::repeated);
        return !counted ? "several times" : runs.size() == 2 ? "twice" : runs.size() + " times";
    }
}
