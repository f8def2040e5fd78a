package io.kanilint.gitlab;

import org.jspecify.annotations.Nullable;

/**
 * A merge request as GitLab has it now.
 *
 * @param projectId the project it wants to merge into, where its head can be read too
 * @param iid its number in that project
 * @param sourceProjectId the project of the source branch: another one for a fork, 0 when that fork was deleted
 * @param diffRefs null as long as GitLab has not prepared the diff, which it does some time after opening
 * @param headPipeline null if none has been made yet
 */
public record MergeRequest(
        long projectId,
        long iid,
        String title,
        boolean open,
        String sourceBranch,
        String targetBranch,
        long sourceProjectId,
        @Nullable DiffRefs diffRefs,
        String webUrl,
        @Nullable Pipeline headPipeline) {}
