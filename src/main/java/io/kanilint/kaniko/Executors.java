package io.kanilint.kaniko;

import io.kanilint.pipeline.Image;
import io.kanilint.pipeline.Job;
import io.kanilint.shell.Field;
import java.util.List;
import java.util.Set;

/**
 * Tells executor runs from other commands by what is run: {@code /kaniko/executor} anywhere, a bare {@code executor}
 * in a Kaniko image, where it lies on the PATH.
 */
final class Executors {
    /** Words and flags that make the executor print something and build nothing. */
    private static final Set<String> NO_BUILD = Set.of("version", "help", "completion", "login", "push");

    private static final Set<String> HELP = Set.of("--help", "-h", "--version");

    private final boolean kanikoImage;

    Executors(Job job) {
        this.kanikoImage = job.image()
                .map(Image::name)
                .filter(name -> name.contains("kaniko"))
                .isPresent();
    }

    /** Whether a command runs the executor, whatever for. */
    boolean runsExecutor(List<Field> words) {
        return words.getFirst().known().filter(this::isExecutor).isPresent();
    }

    /** Whether a run of the executor makes an image. */
    static boolean isBuild(List<Field> words) {
        List<Field> arguments = words.subList(1, words.size());
        return arguments.stream().map(word -> word.known().orElse("")).noneMatch(HELP::contains)
                && (arguments.isEmpty()
                        || !NO_BUILD.contains(arguments.getFirst().known().orElse("")));
    }

    private boolean isExecutor(String word) {
        return word.endsWith("/kaniko/executor") || (word.equals("executor") && kanikoImage);
    }
}
