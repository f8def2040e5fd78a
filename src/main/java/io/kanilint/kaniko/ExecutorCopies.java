package io.kanilint.kaniko;

import io.kanilint.shell.Field;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Other names that a job gives to the executor, by {@code cp}, {@code mv}, {@code ln} or {@code install}. */
final class ExecutorCopies {
    private static final Set<String> PROGRAMS = Set.of("cp", "mv", "ln", "install");
    private static final int MOST = 100;

    private final Set<String> names = new HashSet<>();

    boolean contains(String program) {
        return names.contains(program);
    }

    /** Remembers what a command makes, if that is a copy. */
    void note(List<Field> words) {
        String program = words.getFirst().known().orElse("");
        if (!PROGRAMS.contains(program.substring(program.lastIndexOf('/') + 1)) || names.size() >= MOST) {
            return;
        }
        List<String> operands = words.stream()
                .skip(1)
                .map(Field::known)
                .flatMap(Optional::stream)
                .filter(word -> !word.startsWith("-"))
                .toList();
        if (operands.size() == 2 && isExecutor(operands.getFirst())) {
            add(operands.getFirst(), operands.getLast());
        }
    }

    private boolean isExecutor(String file) {
        return file.endsWith("/kaniko/executor") || contains(file);
    }

    private void add(String file, String target) {
        names.add(target);
        names.add(target + (target.endsWith("/") ? "" : "/") + file.substring(file.lastIndexOf('/') + 1));
        int slash = target.lastIndexOf('/');
        if (target.substring(0, Math.max(slash, 0)).matches(".*/bin|/busybox|/kaniko")) {
            names.add(target.substring(slash + 1));
        }
    }
}
