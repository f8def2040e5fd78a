package io.kanilint.fix;

import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.BuildRun;
import io.kanilint.kaniko.Family;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.shell.Assignment;
import io.kanilint.shell.Command;
import io.kanilint.shell.Commands;
import io.kanilint.shell.ShellParser;
import io.kanilint.shell.WordPart;
import io.kanilint.text.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a job may miss what {@code --cleanup} deletes, if it may: everything but {@code /kaniko} and what is mounted, in
 * GitLab the project and {@code /busybox}. Measured: after it, programs of busybox run, scripts that begin with
 * {@code #!/bin/sh} do not.
 */
final class CleanupDoubt {
    /** Builtins, and programs of busybox that need nothing else. */
    private static final Set<String> PROGRAMS = Set.of(
            "echo",
            "printf",
            "date",
            "ls",
            "pwd",
            "true",
            ":",
            "false",
            "export",
            "cd",
            "rm",
            "mkdir",
            "cp",
            "mv",
            "cat",
            "test",
            "[",
            "grep",
            "sed",
            "set",
            "exit",
            "sleep",
            "head",
            "tail",
            "tr",
            "cut",
            "base64",
            "wc",
            "touch",
            "dirname",
            "basename",
            "local",
            "unset",
            "read",
            "shift",
            "return",
            "break",
            "continue");

    private static final Pattern DELETED = Pattern.compile(
            "(?<![\\w./}])(/(?:tmp|root|home|usr|opt|srv|etc|var|bin|workspace|cache)(?![\\w-])|~/|\\$\\{?HOME\\b)");

    private final JobBuilds builds;
    private final Set<Build> cleaning;
    private final Set<Span> calls;

    /** Whether what stands above the builds that clean up is never run after them, as in a loop or a function. */
    private final boolean straight;

    CleanupDoubt(JobBuilds builds, Set<Build> cleaning) {
        this.builds = builds;
        this.cleaning = cleaning;
        this.calls = builds.all().stream().map(Build::span).collect(Collectors.toSet());
        this.straight = builds.ways().stream().flatMap(List::stream).noneMatch(BuildRun::repeated)
                && cleaning.stream().map(Build::span).distinct().count() == cleaning.size()
                && cleaning.stream().allMatch(this::isAtItsSite);
    }

    Optional<String> reason() {
        if (builds.executor().family() == Family.UNKNOWN) {
            return Optional.of("the image may keep its programs where the clean-up deletes them");
        }
        String script = builds.job().script().text().text();
        Command.Sequence after =
                ShellParser.parse(builds.job().afterScript().text().text());
        Optional<String> place = Stream.concat(
                        Stream.of(script, builds.job().afterScript().text().text()),
                        builds.all().stream()
                                .flatMap(build -> build.words().stream().skip(1)))
                .flatMap(text -> DELETED.matcher(text.replace("dir://", " ")).results())
                .map(found -> found.group(1))
                .findFirst();
        if (place.isPresent()) {
            return place.map("the clean-up deletes what the job has in '%s'"::formatted);
        }
        Set<String> functions = functions(builds.commands());
        return Stream.concat(Commands.simple(builds.commands()).filter(this::runsAfterwards), Commands.simple(after))
                .flatMap(this::withSubstitutions)
                .filter(simple -> !simple.words().isEmpty())
                .filter(simple -> simple.name()
                        .filter(name -> PROGRAMS.contains(name) || functions.contains(name))
                        .isEmpty())
                .findFirst()
                .map(simple -> "'%s' may need what the clean-up deletes"
                        .formatted(simple.words().getFirst().pattern()));
    }

    /** A command, unless it is a build, and those whose output is put into it. */
    private Stream<Command.Simple> withSubstitutions(Command.Simple simple) {
        Stream<Command.Simple> inside = Stream.concat(
                        simple.words().stream(), simple.assignments().stream().map(Assignment::value))
                .flatMap(word -> word.parts().stream())
                .flatMap(part -> switch (part) {
                    case WordPart.Substitution(Command.Sequence body, boolean _) -> Commands.simple(body);
                    case WordPart.ProcessSubstitution(boolean _, Command.Sequence body) -> Commands.simple(body);
                    default -> Stream.of();
                });
        return Stream.concat(isCall(simple) ? Stream.of() : Stream.of(simple), inside.flatMap(this::withSubstitutions));
    }

    private boolean runsAfterwards(Command.Simple simple) {
        return !straight
                || cleaning.stream()
                        .anyMatch(build -> simple.start() >= build.site().end());
    }

    private boolean isAtItsSite(Build build) {
        return span(build.site().start(), build.site().end()).equals(build.span());
    }

    private boolean isCall(Command.Simple simple) {
        return simple.end() > simple.start() && calls.contains(span(simple.start(), simple.end()));
    }

    private Span span(int start, int end) {
        return builds.job().script().text().span(start, end);
    }

    private static Set<String> functions(Command command) {
        Set<String> names = new HashSet<>();
        collect(command, names);
        return names;
    }

    private static void collect(Command command, Set<String> names) {
        if (command instanceof Command.Function function) {
            names.add(function.name());
        }
        Commands.children(command).forEach(child -> collect(child, names));
    }
}
