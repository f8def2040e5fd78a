package io.kanilint.pipeline;

import java.util.Set;

/** What GitLab's predefined variables say in each kind of pipeline, for {@code rules:if}. */
final class PipelineFacts {
    /** Set in every pipeline. */
    static final Set<String> ALWAYS = Set.of(
            "CI_COMMIT_REF_NAME",
            "CI_COMMIT_SHA",
            "CI_COMMIT_SHORT_SHA",
            "CI_DEFAULT_BRANCH",
            "CI_PROJECT_ID",
            "CI_PROJECT_NAME",
            "CI_PROJECT_NAMESPACE",
            "CI_PROJECT_PATH",
            "CI_SERVER_HOST");

    private static final Set<String> MERGE_REQUEST = Set.of(
            "CI_MERGE_REQUEST_ID",
            "CI_MERGE_REQUEST_IID",
            "CI_MERGE_REQUEST_PROJECT_ID",
            "CI_MERGE_REQUEST_PROJECT_PATH",
            "CI_MERGE_REQUEST_REF_PATH",
            "CI_MERGE_REQUEST_TARGET_BRANCH_NAME");
    private static final String FOR_MERGE_REQUEST = "merge_request_event";

    private PipelineFacts() {}

    static RuleValue of(PipelineKind kind, String variable) {
        boolean forMergeRequest = kind == PipelineKind.MERGE_REQUEST;
        if (variable.startsWith("CI_MERGE_REQUEST_")) {
            RuleValue there = MERGE_REQUEST.contains(variable) ? new RuleValue.Filled() : new RuleValue.Unknown();
            return forMergeRequest ? there : new RuleValue.Unset();
        }
        return switch (variable) {
            case "CI_COMMIT_TAG" -> filledIn(kind == PipelineKind.TAG);
            case "CI_COMMIT_BRANCH" -> filledIn(kind == PipelineKind.BRANCH);
            case "CI_PIPELINE_SOURCE" ->
                forMergeRequest
                        ? new RuleValue.Text(FOR_MERGE_REQUEST)
                        : new RuleValue.Filled(Set.of(FOR_MERGE_REQUEST));
            case "CI", "GITLAB_CI" -> new RuleValue.Text("true");
            default -> ALWAYS.contains(variable) ? new RuleValue.Filled() : new RuleValue.Unknown();
        };
    }

    /** The same in an ordinary pipeline of that kind: a branch without a merge request. */
    static RuleValue typical(PipelineKind kind, String variable) {
        return variable.equals("CI_OPEN_MERGE_REQUESTS") && kind != PipelineKind.MERGE_REQUEST
                ? new RuleValue.Unset()
                : of(kind, variable);
    }

    private static RuleValue filledIn(boolean there) {
        return there ? new RuleValue.Filled() : new RuleValue.Unset();
    }
}
