package io.kanilint.rules;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.finding.Related;
import io.kanilint.finding.Severity;
import io.kanilint.fix.WipeLine;
import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.BuildRun;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.kaniko.Leftovers;
import io.kanilint.shell.ScriptFiles;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Several builds in one container with {@code --cleanup} between them, which leaves kaniko's own directory as it is
 * (measured: files of one image in the next one with upstream 1.9.2 and 1.24.0 and Chainguard 1.25.16; an ignore file that
 * goes on to apply with both forks too).
 */
public final class IncompleteCleanup implements Rule {

    private static final int IGNORE_FILE = 1;
    private static final int UNDER_KANIKO = 2;

    /**
     * A build that meets what an earlier one left.
     *
     * @param proof what the Dockerfiles say of it, if they tell
     */
    private record Meeting(Build earlier, Build later, Leftovers met, Optional<String> proof) {}

    @Override
    public String id() {
        return "incomplete-cleanup";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String summary() {
        return "--cleanup between the builds of a job leaves Kaniko's own files, which can reach the next image";
    }

    @Override
    public Stream<Finding> check(Configuration configuration) {
        return configuration.jobs().stream()
                .filter(job -> !MultiBuildJob.concerns(job))
                .flatMap(job -> check(job, configuration).stream());
    }

    private Optional<Finding> check(JobBuilds job, Configuration configuration) {
        List<Meeting> meetings = meetings(job, configuration.files());
        return meetings.stream()
                .max(Comparator.<Meeting>comparingInt(meeting -> meeting.proof.isPresent() ? 1 : 0)
                        .thenComparingInt(meeting -> -meeting.later.number()))
                .map(worst -> finding(
                        job, worst, configuration.isProof() ? Optional.empty() : fix(configuration, job, meetings)));
    }

    /** One for each two builds that follow one another: of several ways, that on which the least is left. */
    private static List<Meeting> meetings(JobBuilds job, ScriptFiles files) {
        var met = new LinkedHashMap<List<Integer>, Meeting>();
        for (List<BuildRun> way : job.ways()) {
            List<BuildRun> made = way.stream().filter(run -> !run.failed()).toList();
            for (int i = 1; i < made.size(); i++) {
                Build earlier = made.get(i - 1).build();
                Build later = made.get(i).build();
                met.merge(
                        List.of(earlier.number(), later.number()),
                        new Meeting(earlier, later, made.get(i).met(), Optional.empty()),
                        (one, other) -> rank(other) < rank(one) ? other : one);
            }
        }
        var proof = new LeftoverProof(job, files);
        return met.values().stream()
                .filter(meeting -> isKnown(meeting.earlier) && isKnown(meeting.later))
                .filter(meeting -> rank(meeting) == IGNORE_FILE || rank(meeting) == UNDER_KANIKO)
                .map(meeting -> new Meeting(
                        meeting.earlier,
                        meeting.later,
                        meeting.met,
                        proof.of(meeting.earlier, meeting.later, meeting.met)))
                .filter(meeting -> meeting.proof.isPresent() || rank(meeting) == UNDER_KANIKO)
                .toList();
    }

    private static boolean isKnown(Build build) {
        return build.arguments().isComplete();
    }

    /** What is not known may be nothing. */
    private static int rank(Meeting meeting) {
        return switch (meeting.met.extent()) {
            case NOTHING, UNKNOWN -> 0;
            case IGNORE_FILE -> IGNORE_FILE;
            case UNDER_KANIKO -> UNDER_KANIKO;
            case EVERYTHING -> UNDER_KANIKO + 1;
        };
    }

    private Finding finding(JobBuilds job, Meeting worst, Optional<Fix> fix) {
        String what = worst.proof
                .map(clause -> "Here " + clause + ".")
                .orElse(
                        "What a build keeps there (files for `COPY --from`, a cloned context) can reach the next image or"
                                + " stop its build, and a `Dockerfile.dockerignore` of one build also applies to the next.");
        String message =
                ("Job '%s' cleans the container between its Kaniko builds, but not Kaniko's own directory: files"
                                + " under `/kaniko` survive. %s Put `%s` between the builds, or give each image its own job.")
                        .formatted(job.job().name(), what, WipeLine.TEXT);
        List<Related> related = job.all().stream()
                .filter(build -> !build.span().equals(worst.later.span()))
                .map(build -> new Related(build.span(), "Build %d of this job.".formatted(build.number() + 1)))
                .toList();
        return new Finding(
                id(),
                worst.proof.isPresent() ? Severity.ERROR : severity(),
                job.job().name(),
                worst.later.span(),
                message,
                related,
                fix.stream().toList());
    }

    /** The wipe line before each build that meets what another one left. */
    private static Optional<Fix> fix(Configuration configuration, JobBuilds job, List<Meeting> meetings) {
        return meetings.stream().allMatch(meeting -> meeting.met.directory().equals("/kaniko"))
                ? WipeLine.before(
                        configuration.pipeline(),
                        job,
                        meetings.stream().map(Meeting::later).toList())
                : Optional.empty();
    }
}
