package io.kanilint.fix;

import io.kanilint.finding.Fix;
import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.BuildRun;
import io.kanilint.kaniko.Family;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.pipeline.Pipeline;
import io.kanilint.text.Edit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The command that empties kaniko's own directory, which {@code --cleanup} leaves alone: with it between two cleaned
 * builds every pair of Dockerfiles came out right (measured, upstream 1.24.0 and both forks).
 */
public final class WipeLine {
    /** It keeps the executor, its certificates and the credentials. */
    public static final String TEXT = "rm -rf /kaniko/[0-9]* /kaniko/stages /kaniko/deps /kaniko/layers"
            + " /kaniko/buildcontext /kaniko/Dockerfile*";

    private static final Pattern REMOVED =
            Pattern.compile("/kaniko/(?:[0-9]|(?:stages|deps|layers|buildcontext)(?![\\w-])|Dockerfile)");

    private static final Pattern REMOVING = Pattern.compile("\\b(?:rm|find)\\s");

    private WipeLine() {}

    /** A fix that writes it before each of some builds; empty where one leaves no place for it, or the job would miss something. */
    public static Optional<Fix> before(Pipeline pipeline, JobBuilds builds, List<Build> following) {
        var cuts = new JobCuts(pipeline);
        var lines = new WipeLines(builds, cuts);
        boolean alone = builds.ways().stream().flatMap(List::stream).noneMatch(BuildRun::concurrent);
        if (!alone || isHarmful(builds) || !following.stream().allMatch(lines::add)) {
            return Optional.empty();
        }
        List<Edit> edits = cuts.edits();
        // in other images rm may be deleted by --cleanup
        boolean safe = builds.executor().family() != Family.UNKNOWN
                && builds.executor().image().tag().contains("debug");
        String title = "Empty Kaniko's directory between the builds";
        return edits.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fix(
                        safe ? title : title + "; look at it first: the image must keep 'rm'",
                        safe,
                        edits,
                        cuts.sources()));
    }

    /** Whether a job has something of its own among what the command removes. Lines that remove something do not count. */
    static boolean isHarmful(JobBuilds builds) {
        return Stream.concat(
                        builds.job().script().text().text().lines(),
                        builds.all().stream().flatMap(build -> build.words().stream()))
                .filter(text -> !REMOVING.matcher(text).find())
                .anyMatch(text -> REMOVED.matcher(text).find());
    }
}
