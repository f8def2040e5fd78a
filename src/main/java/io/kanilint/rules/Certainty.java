package io.kanilint.rules;

import io.kanilint.kaniko.Answer;
import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.BuildRun;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.shell.Command;
import io.kanilint.shell.Commands;
import io.kanilint.shell.Word;
import io.kanilint.shell.WordPart;
import java.util.List;
import java.util.Set;

/**
 * Whether a job is sure to build as often as it does on one way through it, unless something fails.
 *
 * @param runs those of that way
 */
record Certainty(JobBuilds job, List<BuildRun> runs) {
    private static final Set<String> ENDS = Set.of("exit", "return", "exec", "break", "continue");

    /** What people put before {@code &&} to prepare a command, not to ask whether it shall be run. */
    private static final Set<String> PREPARES = Set.of("cd", "pushd", "mkdir", "export", "echo", "printf", "true", ":");

    boolean holds() {
        return job.complete() && (isSoOnAllWays() || isWrittenSo());
    }

    private boolean isSoOnAllWays() {
        List<List<BuildRun>> ways = job.finished().stream()
                .filter(way -> way.stream().noneMatch(BuildRun::failed))
                .toList();
        return !ways.isEmpty()
                && ways.stream()
                        .allMatch(way -> way.size() >= runs.size()
                                && way.stream().anyMatch(run -> run.met().image() == Answer.YES));
    }

    /** Whether only a preparation that fails can keep one of them from being run, as in {@code cd web && executor}. */
    private boolean isWrittenSo() {
        return !job.finished().isEmpty()
                && runs.stream().map(BuildRun::build).allMatch(this::isWritten)
                && Commands.simple(job.commands())
                        .noneMatch(
                                command -> command.name().filter(ENDS::contains).isPresent())
                && runs.stream().map(BuildRun::build).allMatch(build -> isReached(job.commands(), build));
    }

    /** Whether the command itself stands in the script, not one that leads to it. */
    private boolean isWritten(Build build) {
        return build.inScript()
                && isAt(build, build.site().start(), build.site().end());
    }

    private boolean isAt(Build build, int start, int end) {
        return job.job().script().text().span(start, end).equals(build.span());
    }

    private boolean isReached(Command around, Build build) {
        return switch (around) {
            case Command.Simple simple -> isAt(build, simple.start(), simple.end());
            case Command.AndOr(Command left, boolean and, Command right) ->
                lies(build, left) ? isReached(left, build) : and && prepares(left) && isReached(right, build);
            case Command.Sequence _, Command.Group _, Command.Subshell _, Command.Redirected _, Command.Timed _ ->
                Commands.children(around)
                        .filter(inner -> lies(build, inner))
                        .anyMatch(inner -> isReached(inner, build));
            case Command.For loop -> goesRoundAgain(loop) && isReached(loop.body(), build);
            default -> false;
        };
    }

    /** Whether it has several words, each of which is something, whatever its variables are. */
    private static boolean goesRoundAgain(Command.For loop) {
        List<Word> words = loop.words().orElse(List.of());
        return words.size() > 1
                && words.stream().allMatch(word -> word.parts().stream().anyMatch(WordPart.Literal.class::isInstance));
    }

    private static boolean lies(Build build, Command within) {
        return within.start() <= build.site().start() && build.site().end() <= within.end();
    }

    private boolean prepares(Command command) {
        return switch (command) {
            case Command.Simple simple ->
                simple.words().isEmpty()
                        || simple.name().filter(PREPARES::contains).isPresent()
                        || runs.stream().anyMatch(run -> isAt(run.build(), simple.start(), simple.end()));
            case Command.AndOr(Command left, boolean and, Command right) -> and && prepares(left) && prepares(right);
            default -> false;
        };
    }
}
