package io.kanilint.rules;

import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.kaniko.Leftovers;
import io.kanilint.kaniko.WorkFile;
import io.kanilint.shell.ScriptFiles;
import io.kanilint.shell.Value;
import io.kanilint.text.Source;
import java.util.Optional;

/** Looks into the Dockerfiles of two builds for what the earlier one leaves under {@code /kaniko} to the later one. */
record LeftoverProof(JobBuilds job, ScriptFiles files) {
    private static final String IGNORE_FILE = ".dockerignore";

    /**
     * What is passed on, as a clause.
     *
     * @param met what lies there when the later build begins
     */
    Optional<String> of(Build earlier, Build later, Leftovers met) {
        Optional<String> ignored =
                met.files().contains(WorkFile.IGNORE_FILE) ? ignoreFile(earlier, later) : Optional.empty();
        return met.files().contains(WorkFile.STAGE_FILES) ? ignored.or(() -> stageFiles(earlier, later)) : ignored;
    }

    private Optional<String> ignoreFile(Build earlier, Build later) {
        Optional<String> ignore = dockerfile(earlier)
                .map(file -> file + IGNORE_FILE)
                .filter(file -> read(file).filter(LeftoverProof::says).isPresent());
        Optional<String> own = dockerfile(later);
        boolean hasOwn = own.flatMap(file -> read(file + IGNORE_FILE)).isPresent();
        return ignore.filter(_ -> own.isPresent() && !hasOwn)
                .map(
                        ("'%s' of the earlier build stays there and also applies to this build, whose Dockerfile has no such"
                                        + " file, so files that it excludes can be missing in the later image")
                                ::formatted);
    }

    /** Whether a file excludes anything. */
    private static boolean says(Source ignore) {
        return ignore.text()
                .lines()
                .map(String::strip)
                .anyMatch(line -> !line.isEmpty() && !line.startsWith("#") && !line.startsWith("!"));
    }

    private Optional<String> stageFiles(Build earlier, Build later) {
        Optional<StageCopies> left = copies(earlier);
        Optional<StageCopies> taken = copies(later);
        return taken.stream()
                .flatMap(copies -> copies.copies().stream())
                .filter(copy -> left.stream()
                        .flatMap(copies -> copies.copies().stream())
                        .anyMatch(copy::takes))
                .findFirst()
                .map(copy ->
                        ("both builds copy '/%s' from stage %d of their Dockerfiles (`COPY --from`), so files of the"
                                        + " earlier image can reach the later one")
                                .formatted(copy.path(), copy.stage()));
    }

    private Optional<StageCopies> copies(Build build) {
        Optional<Value> target = build.arguments().target();
        Optional<String> name = target.flatMap(Value::known);
        return target.isPresent() && name.isEmpty()
                ? Optional.empty()
                : dockerfile(build).flatMap(this::read).flatMap(file -> StageCopies.of(file.text(), name));
    }

    private Optional<String> dockerfile(Build build) {
        return build.arguments().isComplete()
                ? ProjectPaths.of(job, build, files).dockerfile(build)
                : Optional.empty();
    }

    private Optional<Source> read(String path) {
        return ProjectPaths.of(job, files).read(path);
    }
}
