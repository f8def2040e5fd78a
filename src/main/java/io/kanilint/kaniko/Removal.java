package io.kanilint.kaniko;

import io.kanilint.shell.Field;
import java.util.List;
import java.util.Set;

/** Which files a command deletes. */
sealed interface Removal permits RmCommand, FindCommand, Removal.Unclear, Removal.Nothing {
    Set<String> PREFIXES = Set.of("sudo", "command", "exec", "busybox", "/busybox/busybox");

    /** Whether a file is certainly gone afterwards, wherever in the tree it lies. */
    boolean removes(String path);

    /**
     * Whether a file may be gone although that is not certain: the command names files that are not known, or by a path
     * that does not begin at the root.
     *
     * @param path from a directory that may be the working directory
     */
    default boolean mayRemove(String path) {
        return false;
    }

    /** A command that deletes nothing. */
    record Nothing() implements Removal {
        @Override
        public boolean removes(String path) {
            return false;
        }
    }

    /** A command that deletes files of which nothing is known. */
    record Unclear() implements Removal {
        @Override
        public boolean removes(String path) {
            return false;
        }

        @Override
        public boolean mayRemove(String path) {
            return true;
        }
    }

    static Removal of(List<Field> words) {
        int first = 0;
        while (first < words.size()
                && words.get(first).known().filter(PREFIXES::contains).isPresent()) {
            first++;
        }
        if (first == words.size()) {
            return new Nothing();
        }
        String program = words.get(first).known().orElse("");
        List<Field> arguments = words.subList(first + 1, words.size());
        return switch (program.substring(program.lastIndexOf('/') + 1)) {
            case "rm" -> RmCommand.of(arguments);
            case "find" -> FindCommand.of(arguments);
            default -> new Nothing();
        };
    }
}
