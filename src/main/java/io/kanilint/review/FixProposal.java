package io.kanilint.review;

import io.kanilint.gitlab.MergeRequest;
import io.kanilint.lint.Repair;
import java.util.List;

/** What fixes would make of a merge request. */
public sealed interface FixProposal {
    /**
     * Changes that are proven together.
     *
     * @param head the commit that they are for
     * @param applied the fixes, at least one
     * @param changes the files that they change
     */
    record Ready(MergeRequest mergeRequest, String head, List<Repair.Applied> applied, List<Repair.Change> changes)
            implements FixProposal {
        public Ready {
            applied = List.copyOf(applied);
            changes = List.copyOf(changes);
        }
    }

    /**
     * There is nothing to change.
     *
     * @param why a sentence
     */
    record None(String why) implements FixProposal {}
}
