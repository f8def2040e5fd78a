package io.kanilint.review;

import io.kanilint.gitlab.ChangedFile;
import io.kanilint.gitlab.DiffLines;
import io.kanilint.pipeline.ProjectFiles;
import io.kanilint.text.Source;
import io.kanilint.text.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lines that a merge request changes; what GitLab does not show, since it is too large, is compared here. */
final class Diffs {
    private final List<ChangedFile> changes;
    private final ProjectFiles head;
    private final ProjectFiles base;
    private final Map<String, DiffLines> known = new HashMap<>();

    Diffs(List<ChangedFile> changes, ProjectFiles head, ProjectFiles base) {
        this.changes = changes;
        this.head = head;
        this.base = base;
    }

    /** The change of the file that has this path at the head. */
    Optional<ChangedFile> change(String path) {
        return changes.stream()
                .filter(file -> !file.deleted() && file.newPath().equals(path))
                .findFirst();
    }

    DiffLines lines(ChangedFile file) {
        return known.computeIfAbsent(file.newPath(), _ -> read(file));
    }

    private DiffLines read(ChangedFile file) {
        if (!file.incomplete()) {
            return DiffLines.of(file.diff());
        }
        String before = file.added() ? "" : text(base, file.oldPath());
        return DiffLines.between(before, text(head, file.newPath()));
    }

    private static String text(ProjectFiles files, String path) {
        return files.read(path).map(Source::text).orElse("");
    }

    /** Whether the lines of a stretch are changed. */
    boolean touch(Span span) {
        return change(span.source().path())
                .filter(file -> lines(file).touches(span.startLine(), span.endLine()))
                .isPresent();
    }

    /** The path that a file has at the head. */
    String renamed(String oldPath) {
        return changes.stream()
                .filter(file -> file.renamed() && file.oldPath().equals(oldPath))
                .map(ChangedFile::newPath)
                .findFirst()
                .orElse(oldPath);
    }
}
