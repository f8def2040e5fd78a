package io.kanilint.fix;

import io.kanilint.finding.Fix;
import io.kanilint.kaniko.Answer;
import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.BuildRun;
import io.kanilint.kaniko.Flag;
import io.kanilint.kaniko.FlagCatalogue;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.kaniko.WrittenCommand;
import io.kanilint.pipeline.Pipeline;
import io.kanilint.shell.Command;
import io.kanilint.text.Edit;
import io.kanilint.text.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lets builds stay in one container and cleans it between them: {@code --cleanup} on each that another one follows, and
 * kaniko's own files removed before each that follows another. Measured: with both, and a job that stops at the first
 * failure, the images are those of clean builds, on every executor. Where the executor has {@code --pre-cleanup}, that on
 * each build that follows another does the same, after failures too.
 */
final class CleanupFix {
    private static final Flag PRE_CLEANUP =
            FlagCatalogue.EXECUTOR.flag("pre-cleanup").orElseThrow();

    private final Pipeline pipeline;
    private final JobBuilds builds;
    private final boolean before;
    private final Set<Build> followed = new LinkedHashSet<>();
    private final Set<Build> following = new LinkedHashSet<>();

    private CleanupFix(Pipeline pipeline, JobBuilds builds) {
        this.pipeline = pipeline;
        this.builds = builds;
        this.before = PRE_CLEANUP.releases().include(builds.executor()) == Answer.YES;
        for (List<BuildRun> way : builds.ways()) {
            for (int i = 1; i < way.size(); i++) {
                followed.add(way.get(i - 1).build());
                following.add(way.get(i).build());
            }
        }
    }

    /** The fix, still to be proven; empty where cleaning up between the builds would not be enough, or cannot be written. */
    static Optional<Fix> of(Pipeline pipeline, JobBuilds builds) {
        var fix = new CleanupFix(pipeline, builds);
        return fix.isPossible() ? fix.fix() : Optional.empty();
    }

    private boolean isPossible() {
        boolean alone = builds.ways().stream().flatMap(List::stream).noneMatch(BuildRun::concurrent);
        boolean inScript = builds.all().stream().allMatch(Build::inScript);
        return builds.complete()
                && builds.job().isComplete()
                && alone
                && inScript
                && !WipeLine.isHarmful(builds)
                && (before || stopsAtFailure())
                && builds.all().stream().allMatch(this::isOrdinary);
    }

    /** After a build that fails, upstream's executor and Chainguard's clean nothing. */
    private boolean stopsAtFailure() {
        return builds.ways().stream()
                .allMatch(way -> way.stream().limit(Math.max(0, way.size() - 1)).noneMatch(BuildRun::failed));
    }

    /** Another directory than {@code /kaniko} takes the executor with it; a flag that says no is somebody's decision. */
    private boolean isOrdinary(Build build) {
        boolean athome = build.arguments()
                .kanikoDirectory()
                .known()
                .filter(directory -> directory.replaceFirst("/+$", "").equals("/kaniko"))
                .isPresent();
        String flag = before ? "pre-cleanup" : "cleanup";
        boolean unsaid =
                build.arguments().uses(flag).isEmpty() || build.arguments().isSet(flag) == Answer.YES;
        return athome && unsaid && build.arguments().command().isEmpty();
    }

    private Optional<Fix> fix() {
        var cuts = new JobCuts(pipeline);
        var places = new ScriptPlaces(builds.job().script());
        var wipes = new WipeLines(builds, cuts);
        Set<Span> flagged = new LinkedHashSet<>();
        for (Build build : before ? following : followed) {
            Answer said =
                    before ? build.arguments().preCleanup() : build.arguments().cleanup();
            if (said == Answer.YES || !flagged.add(build.span())) {
                continue;
            }
            Optional<Command.Simple> call = WrittenCommand.of(builds, build)
                    .map(WrittenCommand::command)
                    .filter(command -> places.isInOne(command.start(), command.end()));
            if (call.isEmpty()) {
                return Optional.empty();
            }
            Span last = places.span(
                    call.get().words().getLast().start(),
                    call.get().words().getLast().end());
            cuts.at(last).replace(last.start(), last.end(), last.text() + (before ? " --pre-cleanup" : " --cleanup"));
        }
        if (!following.stream().allMatch(wipes::add)) {
            return Optional.empty();
        }
        List<Edit> edits = cuts.edits();
        return edits.isEmpty() ? Optional.empty() : Optional.of(fix(edits, cuts));
    }

    private Fix fix(List<Edit> edits, JobCuts cuts) {
        Optional<String> doubt = new CleanupDoubt(builds, before ? following : followed).reason();
        String title = "Keep one job and clean up between its builds";
        return new Fix(
                doubt.map(reason -> title + "; look at it first: " + reason).orElse(title),
                doubt.isEmpty(),
                edits,
                cuts.sources());
    }
}
