package io.kanilint.pipeline;

/** What a pipeline runs for. Schedules, API calls and the like run for a branch or a tag. */
public enum PipelineKind {
    BRANCH,
    TAG,
    MERGE_REQUEST
}
