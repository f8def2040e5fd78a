package io.kanilint.rules;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Related;
import io.kanilint.finding.Severity;
import io.kanilint.kaniko.Answer;
import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.BuildRun;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.shell.Command;
import io.kanilint.shell.Commands;
import io.kanilint.shell.ShellParser;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A build that takes {@code /kaniko} away under the feet of a later one. Measured with v1.24.0 and osscontainertools: the
 * second {@code /kaniko/executor} ends with {@code not found}, 127.
 */
public final class KanikoDirMoved implements Rule {
    private static final String HOME = "/kaniko";
    private static final String EXECUTOR = "/kaniko/executor";

    /** They may bring the directory back. */
    private static final Set<String> MOVERS = Set.of("mv", "cp", "ln", "install", "rsync", "tar", "mount");

    /** A build that moves the directory, and one that looks for it afterwards. */
    private record Move(Build build, String directory, Build later) {}

    @Override
    public String id() {
        return "kaniko-dir-moved";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String summary() {
        return "a build with --kaniko-dir moves /kaniko away, so a later /kaniko/executor is not found";
    }

    @Override
    public Stream<Finding> check(Configuration configuration) {
        return configuration.jobs().stream().filter(job -> !isBroughtBack(job)).flatMap(this::check);
    }

    private Stream<Finding> check(JobBuilds job) {
        var seen = new HashSet<>();
        return job.ways().stream()
                .flatMap(way -> move(job, way).stream())
                .filter(move -> seen.add(move.later.span()))
                .map(move -> finding(job, move));
    }

    private static Optional<Move> move(JobBuilds job, List<BuildRun> way) {
        for (int i = 0; i < way.size(); i++) {
            Build build = way.get(i).build();
            Optional<String> directory =
                    way.get(i).failed() || way.get(i).concurrent() ? Optional.empty() : moved(job, build);
            Optional<Build> later = way.stream()
                    .skip(i + 1L)
                    .map(BuildRun::build)
                    .filter(next -> next.words().getFirst().equals(EXECUTOR))
                    .findFirst();
            if (directory.isPresent() && later.isPresent()) {
                return Optional.of(new Move(build, directory.get(), later.get()));
            }
        }
        return Optional.empty();
    }

    /** Where a build moves the directory to. */
    private static Optional<String> moved(JobBuilds job, Build build) {
        return FlagPlace.last(job, build, "kaniko-dir")
                .filter(place -> place.flag()
                        .filter(flag -> flag.releases().include(job.executor()) != Answer.NO)
                        .isPresent())
                .flatMap(place -> place.use().value().stream())
                .flatMap(value -> value.known().stream())
                .findFirst()
                .map(directory -> directory.replaceFirst("/+$", ""))
                .filter(directory -> directory.startsWith("/") && !directory.isEmpty() && !directory.equals(HOME));
    }

    private static boolean isBroughtBack(JobBuilds job) {
        Command.Sequence after =
                ShellParser.parse(job.job().afterScript().text().text());
        return Stream.of(job.commands(), after)
                .flatMap(Commands::simple)
                .anyMatch(command -> command.name().filter(MOVERS::contains).isPresent()
                        && command.words().stream()
                                .anyMatch(word -> word.pattern().contains(HOME)));
    }

    private Finding finding(JobBuilds job, Move move) {
        String message =
                ("An earlier build of this job has '--kaniko-dir %s', which moves the directory /kaniko there, the executor"
                                + " with it. This /kaniko/executor is therefore not found, and the command ends with exit code 127."
                                + " Leave '--kaniko-dir' out, or give each build a job of its own.")
                        .formatted(move.directory);
        var flag = FlagPlace.last(job, move.build, "kaniko-dir")
                .map(place -> new Related(place.span(), "Here the directory is moved."));
        return new Finding(id(), severity(), job.job().name(), move.later.span(), message, flag.toList(), List.of());
    }
}
