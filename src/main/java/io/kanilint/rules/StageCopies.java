package io.kanilint.rules;

import io.kanilint.kaniko.Dockerfile;
import io.kanilint.kaniko.Dockerfile.Instruction;
import io.kanilint.kaniko.Dockerfile.Stage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a Dockerfile copies from one of its stages into another. Kaniko keeps these files under {@code /kaniko}, by the
 * number of the stage and their path.
 *
 * @param copies in their order; those with variables or patterns in them are left out
 */
record StageCopies(List<Copy> copies) {
    private static final String FROM = "--from=";

    /** Names that people give to folders, not to files. */
    private static final Set<String> FOLDERS = Set.of(
            "out",
            "output",
            "dist",
            "build",
            "target",
            "public",
            "html",
            "static",
            "assets",
            "wheels",
            "install",
            "venv",
            ".venv",
            "node_modules",
            "site-packages",
            "bin",
            "lib",
            "opt",
            "app",
            "src",
            "srv",
            "release",
            "deps",
            "packages");

    /**
     * Files copied from a stage.
     *
     * @param path from the stage's root, without a slash before it
     * @param isFolder whether it is written or named as a folder
     */
    record Copy(int stage, String path, boolean isFolder) {

        /** Whether this also takes what another build's copy has left in its place. */
        boolean takes(Copy left) {
            boolean inside = path.isEmpty() ? !left.path.isEmpty() : left.path.startsWith(path + "/");
            boolean same = path.equals(left.path) && (isFolder || left.isFolder);
            return stage == left.stage && (inside || same);
        }
    }

    StageCopies {
        copies = List.copyOf(copies);
    }

    /**
     * Of a Dockerfile, up to a stage.
     *
     * @param target its name or number; the last stage if empty
     * @return empty if the text holds what is not read here: another escape character, or texts inside of it
     */
    static Optional<StageCopies> of(String dockerfile, Optional<String> target) {
        return Dockerfile.of(dockerfile)
                .flatMap(read -> read.upTo(target))
                .map(stages -> new StageCopies(IntStream.range(0, stages.size())
                        .boxed()
                        .flatMap(stage -> copies(stages, stage).stream())
                        .toList()));
    }

    private static List<Copy> copies(List<Stage> stages, int at) {
        List<String> before = stages.subList(0, at).stream().map(Stage::name).toList();
        return stages.get(at).instructions().stream()
                .filter(step -> step.keyword().equals("COPY"))
                .flatMap(step -> copies(step, before).stream())
                .toList();
    }

    private static List<Copy> copies(Instruction step, List<String> before) {
        Optional<String> source = step.flags().stream()
                .filter(flag -> flag.startsWith(FROM))
                .map(flag -> flag.substring(FROM.length()).toLowerCase(Locale.ROOT))
                .findFirst();
        if (source.isEmpty() || step.arguments().startsWith("[")) {
            return List.of();
        }
        int stage = number(source.get(), before);
        List<String> paths = step.words();
        return paths.stream()
                .limit(Math.max(0, paths.size() - 1))
                .filter(path -> stage >= 0 && !path.matches(".*[$*?\\[\"'\\\\].*"))
                .map(path -> copy(stage, path))
                .toList();
    }

    private static Copy copy(int stage, String written) {
        String path = written.replaceAll("(?<=^|/)\\./|/\\.$", "/")
                .replaceAll("/+", "/")
                .replaceAll("^/|/$", "");
        boolean isFolder = written.endsWith("/") || FOLDERS.contains(path.substring(path.lastIndexOf('/') + 1));
        return new Copy(stage, path, isFolder);
    }

    /** Of one of the stages before; -1 for an image. */
    private static int number(String name, List<String> before) {
        int named = name.isEmpty() ? -1 : before.lastIndexOf(name);
        boolean isNumber = name.matches("\\d{1,3}") && Integer.parseInt(name) < before.size();
        return named < 0 && isNumber ? Integer.parseInt(name) : named;
    }
}
