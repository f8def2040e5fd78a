package io.kanilint.kaniko;

import io.kanilint.shell.Field;
import io.kanilint.shell.Watch;
import java.util.List;
import java.util.Optional;

/**
 * Tells which commands run the executor, by what is run: {@code /kaniko/executor} wherever it is written; a bare
 * {@code executor} or {@code kaniko}, found on the PATH, only in an image whose name speaks of Kaniko. Commands that
 * remove files are watched too, since they may clean up between two builds.
 */
final class ExecutorCalls implements Watch {
    private final boolean kanikoImage;

    ExecutorCalls(Optional<String> image) {
        this.kanikoImage = image.filter(name -> name.contains("kaniko")).isPresent();
    }

    @Override
    public boolean watches(List<Field> words) {
        return isExecutor(words) || removes(words);
    }

    boolean isExecutor(List<Field> words) {
        return words.getFirst().known().filter(this::isExecutor).isPresent();
    }

    private boolean isExecutor(String program) {
        return program.endsWith("/kaniko/executor")
                || (kanikoImage && (program.equals("executor") || program.equals("kaniko")));
    }

    private static boolean removes(List<Field> words) {
        return !(Removal.of(words) instanceof Removal.Nothing);
    }
}
