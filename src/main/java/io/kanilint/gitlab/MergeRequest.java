package io.kanilint.gitlab;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A merge request as GitLab has it now.
 *
 * @param projectId the project it wants to merge into, where its head can be read too
 * @param iid its number in that project
 * @param sourceProjectId the project of the source branch: another one for a fork, 0 when that fork was deleted
 * @param diffRefs null as long as GitLab has not prepared the diff, which it does some time after opening
 * @param state {@code opened}, {@code closed}, {@code merged}, or for a moment {@code locked}
 * @param headPipeline null if none has been made yet
 * @param merged null unless it is merged
 */
public record MergeRequest(
        long projectId,
        long iid,
        String title,
        String state,
        String sourceBranch,
        String targetBranch,
        long sourceProjectId,
        @Nullable DiffRefs diffRefs,
        String webUrl,
        @Nullable Pipeline headPipeline,
        @Nullable Merge merged) {

    /**
     * How it came into its target branch.
     *
     * @param sha a commit that is in the target branch since then
     * @param at null if GitLab does not say
     */
    public record Merge(String sha, @Nullable Instant at) {}

    public boolean open() {
        return state.equals("opened");
    }
}
