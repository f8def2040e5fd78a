package io.kanilint.review;

import io.kanilint.finding.Finding;
import io.kanilint.gitlab.ChangedFile;
import io.kanilint.gitlab.DiffRefs;
import io.kanilint.gitlab.GitLab;
import io.kanilint.lint.LintResult;
import io.kanilint.lint.Linter;
import io.kanilint.lint.Settings;
import java.util.List;

/** A merge request's files where the branches parted and at its head, and what is found in both. */
final class Look {
    private final String ciPath;
    private final List<ChangedFile> changes;
    private final CommitFiles head;
    private final CommitFiles old;
    private final BaseFiles base;
    private final Diffs diffs;
    private final DiffRefs refs;

    Look(GitLab gitlab, long projectId, DiffRefs refs, String ciPath, List<ChangedFile> changes) {
        this.refs = refs;
        this.ciPath = ciPath;
        this.changes = List.copyOf(changes);
        this.head = new CommitFiles(gitlab, projectId, refs.head(), ciPath);
        this.old = new CommitFiles(gitlab, projectId, refs.base(), ciPath);
        this.base = new BaseFiles(head, old, changes);
        this.diffs = new Diffs(changes, head, base);
    }

    DiffRefs refs() {
        return refs;
    }

    CommitFiles head() {
        return head;
    }

    BaseFiles base() {
        return base;
    }

    List<ChangedFile> changes() {
        return changes;
    }

    Diffs diffs() {
        return diffs;
    }

    /** At the head. */
    boolean hasCiFile() {
        return head.read(ciPath).isPresent();
    }

    LintResult atHead(Settings settings) {
        return Linter.lint(head, settings);
    }

    LintResult atBase(Settings settings) {
        return base.lint(settings);
    }

    /** What is the merge request's business of what was found. */
    List<Finding> relevant(LintResult now, LintResult before) {
        return Relevance.of(now, before, diffs);
    }

    /** Whether a file was read to find it, on either side. */
    boolean asked(String path) {
        return head.asked(path) || old.asked(path);
    }
}
