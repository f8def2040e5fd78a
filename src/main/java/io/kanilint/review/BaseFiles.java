package io.kanilint.review;

import io.kanilint.gitlab.ChangedFile;
import io.kanilint.lint.LintResult;
import io.kanilint.lint.Linter;
import io.kanilint.lint.Settings;
import io.kanilint.pipeline.ProjectFiles;
import io.kanilint.text.Source;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A project's files where the branches parted: those at the head with the merge request's changes taken back, so that
 * GitLab is asked only for those whose diff it does not show.
 */
final class BaseFiles implements ProjectFiles {
    private final CommitFiles head;
    private final CommitFiles base;
    private final List<ChangedFile> changes;

    BaseFiles(CommitFiles head, CommitFiles base, List<ChangedFile> changes) {
        this.head = head;
        this.base = base;
        this.changes = changes;
    }

    @Override
    public String ciPath() {
        return head.ciPath();
    }

    @Override
    public Optional<Source> read(String path) {
        Optional<ChangedFile> gone = changes.stream()
                .filter(file -> !file.added() && file.oldPath().equals(path))
                .findFirst();
        if (gone.isPresent()) {
            return before(gone.get());
        }
        boolean isNew = changes.stream().anyMatch(file -> file.newPath().equals(path));
        return isNew ? Optional.empty() : head.read(path);
    }

    private Optional<Source> before(ChangedFile file) {
        base.note(file.oldPath());
        if (!file.incomplete()) {
            Optional<String> text =
                    file.deleted() ? Optional.of("") : head.read(file.newPath()).map(Source::text);
            Optional<Source> undone = text.flatMap(now -> DiffUndo.undo(now, file.diff()))
                    .map(before -> new Source(file.oldPath(), before));
            if (undone.isPresent()) {
                return undone;
            }
        }
        return base.read(file.oldPath());
    }

    @Override
    public Optional<List<String>> paths(String folder, boolean deep) {
        return head.paths(folder, deep).map(now -> {
            var paths = new TreeSet<>(now);
            changes.stream()
                    .filter(file -> file.added() || file.renamed())
                    .map(ChangedFile::newPath)
                    .forEach(paths::remove);
            changes.stream()
                    .filter(file -> file.deleted() || file.renamed())
                    .map(ChangedFile::oldPath)
                    .filter(path -> isIn(folder, path, deep))
                    .forEach(paths::add);
            return List.copyOf(paths);
        });
    }

    /** What is found there; nothing where there was no configuration. */
    LintResult lint(Settings settings) {
        return read(ciPath()).isPresent()
                ? Linter.lint(this, settings)
                : new LintResult(List.of(), List.of(), true, true, 0, 0, 0, 0);
    }

    /** The text of a file that was read already. */
    Optional<String> known(String path) {
        boolean changed = changes.stream()
                .anyMatch(file -> file.oldPath().equals(path) || file.newPath().equals(path));
        return (changed ? base.asked(path) : head.asked(path)) ? read(path).map(Source::text) : Optional.empty();
    }

    private static boolean isIn(String folder, String path, boolean deep) {
        String start = folder.isEmpty() ? "" : folder + "/";
        return path.startsWith(start) && (deep || path.indexOf('/', start.length()) < 0);
    }
}
