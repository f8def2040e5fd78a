package io.kanilint.rules;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.finding.Related;
import io.kanilint.finding.Severity;
import io.kanilint.kaniko.Answer;
import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.Family;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.pipeline.Script;
import io.kanilint.shell.Commands;
import io.kanilint.shell.ScriptFiles;
import io.kanilint.shell.ShellParser;
import io.kanilint.text.Edit;
import io.kanilint.text.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A command after a cleaned build that needs what {@code --cleanup} deletes: {@code /bin/sh}, {@code /root}, files in
 * {@code /tmp} (measured with upstream 1.24.0: scripts that begin with {@code #!/bin/sh} end with 127).
 */
public final class ShellAfterCleanup implements Rule {
    /** In characters. */
    private static final int LONGEST = 50_000;

    @Override
    public String id() {
        return "shell-after-cleanup";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String summary() {
        return "a command after a build with --cleanup uses a shell or a file that --cleanup deletes";
    }

    @Override
    public Stream<Finding> check(Configuration configuration) {
        return configuration.jobs().stream()
                .filter(job -> job.all().stream().anyMatch(ShellAfterCleanup::cleans) && isShort(job))
                .flatMap(job ->
                        Stream.concat(inScript(job, configuration.files()), inAfterScript(job, configuration.files())));
    }

    /** The texts before and after each command are looked through. */
    private static boolean isShort(JobBuilds job) {
        return job.job().script().text().text().length() <= LONGEST
                && job.job().afterScript().text().text().length() <= LONGEST;
    }

    /** What is kept besides by a flag, or put back, is not looked into. */
    private static boolean cleans(Build build) {
        return build.arguments().cleanup() == Answer.YES
                && build.arguments().preserveContext() == Answer.NO
                && build.arguments().isComplete()
                && build.arguments().values("ignore-path").isEmpty();
    }

    private Stream<Finding> inScript(JobBuilds job, ScriptFiles files) {
        var order = new Order(job.commands());
        ProjectPaths paths = ProjectPaths.of(job, files);
        String text = job.job().script().text().text();
        return Commands.simple(job.commands())
                .flatMap(command -> lastBefore(job, command.start())
                        .filter(build ->
                                order.follows(build.site().start(), build.site().end(), command.start()))
                        .flatMap(build -> new Deleted(
                                        paths,
                                        text.substring(0, build.site().start()),
                                        text.substring(build.site().start(), command.start()))
                                .in(command)
                                .map(use -> finding(job, job.job().script(), build, use)))
                        .stream());
    }

    /** It runs in the same container. */
    private Stream<Finding> inAfterScript(JobBuilds job, ScriptFiles files) {
        Script after = job.job().afterScript();
        boolean alone = job.all().stream().allMatch(Build::inScript);
        Optional<Build> last = lastBefore(job, Integer.MAX_VALUE)
                .filter(build -> alone
                        && new Order(job.commands())
                                .isCertain(build.site().start(), build.site().end()));
        ProjectPaths paths = ProjectPaths.of(job, files);
        String text = job.job().script().text().text();
        return last.stream()
                .flatMap(build -> Commands.simple(ShellParser.parse(after.text().text()))
                        .flatMap(command -> new Deleted(
                                        paths,
                                        text.substring(0, build.site().start()),
                                        text.substring(build.site().start())
                                                + after.text().text().substring(0, command.start()))
                                .in(command).map(use -> finding(job, after, build, use)).stream()));
    }

    /** The last build that is written before a place, if all that is built there is cleaned up. */
    private static Optional<Build> lastBefore(JobBuilds job, int offset) {
        List<Build> before = job.all().stream()
                .filter(build -> build.inScript() && build.site().end() <= offset)
                .toList();
        int last = before.stream().mapToInt(build -> build.site().start()).max().orElse(-1);
        List<Build> there =
                before.stream().filter(build -> build.site().start() == last).toList();
        return there.stream().allMatch(ShellAfterCleanup::cleans)
                ? there.stream().max(Comparator.comparingInt(Build::number))
                : Optional.empty();
    }

    private Finding finding(JobBuilds job, Script script, Build build, Deleted.Use use) {
        String message =
                ("Job '%s' uses '%s' after a build with `--cleanup`. That flag deletes everything in the container"
                                + " but `/kaniko`, the project and other mounts, so '%s'%s is gone by then and this command can"
                                + " fail. %s, or leave out `--cleanup` if no other build follows.")
                        .formatted(job.job().name(), use.name(), use.name(), use.how(), use.remedy());
        Span place = script.text().span(use.word().start(), use.word().end());
        return new Finding(
                id(),
                severity(),
                job.job().name(),
                use.name(),
                place,
                message,
                List.of(new Related(build.span(), "The build that cleans up.")),
                fix(job, place).stream().toList());
    }

    /** Kaniko's own images find their shell in {@code /busybox} too. */
    private static Optional<Fix> fix(JobBuilds job, Span place) {
        boolean known = job.executor().family() != Family.UNKNOWN
                && job.executor().image().tag().contains("debug");
        return known && place.text().equals("/bin/sh")
                ? Optional.of(new Fix("Run the shell in `/busybox`", true, List.of(Edit.replacing(place, "sh"))))
                : Optional.empty();
    }
}
