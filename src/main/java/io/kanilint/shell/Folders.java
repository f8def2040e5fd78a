package io.kanilint.shell;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Paths inside the project, from wherever the script stands. */
final class Folders {
    /** The variables that hold the project's folder, where a job starts. */
    private static final Set<String> PROJECT = Set.of("CI_PROJECT_DIR", "PWD");

    private Folders() {}

    /** A path relative to the project's folder; empty if it is elsewhere or not known. */
    static Optional<String> path(Value value, State state) {
        List<Value.Piece> pieces = value.pieces();
        boolean fromProject =
                !pieces.isEmpty() && pieces.getFirst() instanceof Value.Unknown(String name) && PROJECT.contains(name);
        if (fromProject) {
            Optional<String> rest = new Value(pieces.subList(1, pieces.size())).known();
            return rest.filter(path -> path.isEmpty() || path.startsWith("/"))
                    .flatMap(path -> inside("", path.replaceFirst("^/+", "")));
        }
        Optional<String> known =
                value.known().filter(path -> !path.isEmpty() && !path.startsWith("/") && !path.startsWith("~"));
        return known.flatMap(path -> state.env().folder().flatMap(folder -> inside(folder, path)));
    }

    private static Optional<String> inside(String folder, String path) {
        try {
            Path normal = Path.of(folder).resolve(path).normalize();
            return normal.startsWith("..") ? Optional.empty() : Optional.of(normal.toString());
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
