package io.kanilint.standin;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds where the line of an older version is in a newer one; empty when it was changed: the note is outdated. */
final class PositionTracer {

    private final DiffVersion from;
    private final DiffVersion to;

    PositionTracer(DiffVersion from, DiffVersion to) {
        this.from = from;
        this.to = to;
    }

    Optional<Position> trace(Position position) {
        String oldPath = position.oldPath() == null ? "" : position.oldPath();
        String newPath = position.newPath() == null ? "" : position.newPath();
        return to.files().stream()
                .filter(file -> file.newPath().equals(newPath) || file.oldPath().equals(oldPath))
                .findFirst()
                .flatMap(file -> position.onText()
                        ? traceLine(position, oldPath, newPath, file)
                        : Optional.of(position.on(to, file, null, null)));
    }

    private Optional<Position> traceLine(Position position, String oldPath, String newPath, FileDiff file) {
        Integer oldLine = position.oldLine();
        Integer newLine = position.newLine();
        if (newLine == null) {
            return oldLine == null ? Optional.empty() : traceRemoved(position, oldPath, oldLine, file);
        }
        var now = LineDiff.between(text(from.head(), newPath), text(to.head(), file.newPath()))
                .newLineOf(newLine);
        // a line that is still there may have become unchanged, or may have become an added one
        return now.map(line -> position.on(to, file, oldNumber(file, line), line));
    }

    private static @Nullable Integer oldNumber(FileDiff file, int newLine) {
        return file.lines().oldLineOf(newLine).orElse(null);
    }

    private Optional<Position> traceRemoved(Position position, String oldPath, int oldLine, FileDiff file) {
        return LineDiff.between(text(from.base(), oldPath), text(to.base(), file.oldPath()))
                .newLineOf(oldLine)
                .filter(line -> file.lines().newLineOf(line).isEmpty())
                .map(line -> position.on(to, file, line, null));
    }

    private static String text(Commit commit, String path) {
        return commit.files().getOrDefault(path, "");
    }
}
