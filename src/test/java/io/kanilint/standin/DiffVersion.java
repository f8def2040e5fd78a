package io.kanilint.standin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a merge request looked like after one push: merge base, target head and source head of that time. */
record DiffVersion(long id, Commit base, Commit start, Commit head, Instant createdAt, List<FileDiff> files) {

    static DiffVersion of(long id, Commit base, Commit start, Commit head, Instant createdAt) {
        return new DiffVersion(id, base, start, head, createdAt, FileDiff.between(base.files(), head.files()));
    }

    boolean matches(Position position) {
        return base.sha().equals(position.baseSha())
                && start.sha().equals(position.startSha())
                && head.sha().equals(position.headSha());
    }

    Optional<FileDiff> file(String oldPath, String newPath) {
        return files.stream()
                .filter(file -> file.oldPath().equals(oldPath) && file.newPath().equals(newPath))
                .findFirst();
    }
}
