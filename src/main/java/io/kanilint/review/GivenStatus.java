package io.kanilint.review;

import org.jspecify.annotations.Nullable;

/**
 * A status that a commit has from us.
 *
 * @param state as GitLab names it
 * @param pipelineId the pipeline in which it appears; null if that is not known
 */
record GivenStatus(String state, @Nullable Long pipelineId) {

    /**
     * Whether nothing has to be written.
     *
     * @param shown the pipeline of this commit that the merge request shows now, if it shows one
     */
    boolean stands(String wanted, @Nullable Long shown) {
        return state.equals(wanted) && (shown == null || shown.equals(pipelineId));
    }
}
