package io.kanilint.rules;

import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.kaniko.WrittenCommand;
import io.kanilint.shell.Command;
import io.kanilint.shell.Commands;
import io.kanilint.shell.ScriptFiles;
import io.kanilint.shell.Value;
import io.kanilint.text.Source;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds files of the project that a build or a command of a job names. */
record ProjectPaths(ScriptFiles files, boolean stays) {
    private static final Set<String> MOVES = Set.of("cd", "pushd", "popd");
    private static final String DIRECTORY = "dir://";

    /** As seen from a job's own commands: where one of them changes the working directory, relative paths are not known. */
    static ProjectPaths of(JobBuilds job, ScriptFiles files) {
        return new ProjectPaths(
                files,
                Commands.simple(job.commands())
                        .map(Command.Simple::name)
                        .flatMap(Optional::stream)
                        .noneMatch(MOVES::contains));
    }

    /** As seen from a build, which may also be written in a script of the project. */
    static ProjectPaths of(JobBuilds job, Build build, ScriptFiles files) {
        boolean here = build.inScript() && WrittenCommand.of(job, build).isPresent();
        return new ProjectPaths(files, here && of(job, files).stays);
    }

    /** The path of a build's Dockerfile; empty if it cannot be read. */
    Optional<String> dockerfile(Build build) {
        return dockerfiles(build).stream()
                .filter(path -> read(path).isPresent())
                .findFirst();
    }

    /** Where kaniko looks for a build's Dockerfile: from the working directory, then from the context. */
    List<String> dockerfiles(Build build) {
        Value given = build.arguments().dockerfile();
        Optional<String> inContext = context(build)
                .flatMap(context ->
                        given.known().filter(file -> !file.startsWith("/")).flatMap(file -> normal(context, file)));
        return Stream.concat(path(given).stream(), inContext.stream())
                .distinct()
                .toList();
    }

    /** The folder of the project that a build takes its files from; empty if it is elsewhere or not known. */
    Optional<String> context(Build build) {
        boolean whole = build.arguments().values("context-sub-path").isEmpty();
        return path(build.arguments().context()).filter(_ -> whole);
    }

    /** A file of the project; empty too if it cannot be read. */
    Optional<Source> read(String path) {
        try {
            return files.read(path);
        } catch (UncheckedIOException _) {
            return Optional.empty();
        }
    }

    /** A path relative to the project's folder. Empty if it is elsewhere or not known. */
    Optional<String> path(Value value) {
        Value path = value.knownStart().startsWith(DIRECTORY) ? value.from(DIRECTORY.length()) : value;
        List<Value.Piece> pieces = path.pieces();
        if (!pieces.isEmpty() && pieces.getFirst() instanceof Value.Unknown(String name)) {
            return name.equals("CI_PROJECT_DIR")
                    ? new Value(pieces.subList(1, pieces.size()))
                            .known()
                            .filter(rest -> rest.isEmpty() || rest.startsWith("/"))
                            .flatMap(rest -> normal("", rest.replaceFirst("^/+", "")))
                    : Optional.empty();
        }
        return path.known()
                .filter(text -> stays && !text.isEmpty() && !text.startsWith("/") && !text.startsWith("~"))
                .flatMap(text -> normal("", text));
    }

    private static Optional<String> normal(String folder, String path) {
        try {
            Path normal = Path.of(folder).resolve(path).normalize();
            return normal.startsWith("..")
                    ? Optional.empty()
                    : Optional.of(normal.toString().replace('\\', '/'));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
