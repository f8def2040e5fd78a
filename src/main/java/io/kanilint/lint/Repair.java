package io.kanilint.lint;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.pipeline.ProjectFiles;
import io.kanilint.text.Source;
import java.util.List;

/**
 * A project after fixes.
 *
 * @param before its result as it is
 * @param applied the fixes, in the order in which they were applied
 * @param changes the files that they change, each as it is and as it becomes
 * @param left what is found afterwards
 */
public record Repair(LintResult before, List<Applied> applied, List<Change> changes, LintResult left) {

    public Repair {
        applied = List.copyOf(applied);
        changes = List.copyOf(changes);
    }

    /** With what the Dockerfiles tell about the findings. */
    public Repair toldBy(ProjectFiles files) {
        return new Repair(before.toldBy(files), applied, changes, left.toldBy(files));
    }

    /** A fix and the finding that it removes. */
    public record Applied(Finding finding, Fix fix) {}

    /** A file as it is, and as it becomes. */
    public record Change(Source before, Source after) {}
}
