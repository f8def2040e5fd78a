package io.kanilint.rules;

import io.kanilint.pipeline.Job;
import io.kanilint.shell.Value;
import java.util.Arrays;
import java.util.Set;

/** Tells which references mean the same wherever they are used. */
final class SharedReference {
    /** Set by GitLab for a project, the same in all of its pipelines. */
    private static final Set<String> OF_PROJECT = Set.of(
            "CI_REGISTRY",
            "CI_REGISTRY_IMAGE",
            "CI_PROJECT_ID",
            "CI_PROJECT_NAME",
            "CI_PROJECT_NAMESPACE",
            "CI_PROJECT_PATH",
            "CI_PROJECT_PATH_SLUG",
            "CI_PROJECT_ROOT_NAMESPACE",
            "CI_DEFAULT_BRANCH",
            "CI_SERVER_HOST");

    /** Set by GitLab for a pipeline, the same in all of its jobs. */
    private static final Set<String> OF_PIPELINE = Set.of(
            "CI_COMMIT_BRANCH",
            "CI_COMMIT_REF_NAME",
            "CI_COMMIT_REF_SLUG",
            "CI_COMMIT_SHA",
            "CI_COMMIT_SHORT_SHA",
            "CI_COMMIT_TAG",
            "CI_COMMIT_TIMESTAMP",
            "CI_MERGE_REQUEST_ID",
            "CI_MERGE_REQUEST_IID",
            "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME",
            "CI_MERGE_REQUEST_TARGET_BRANCH_NAME",
            "CI_PIPELINE_ID",
            "CI_PIPELINE_IID");

    private SharedReference() {}

    /** Whether it is the same in every pipeline in which one of these jobs runs. */
    static boolean inProject(Value reference, Job... jobs) {
        return reference.pieces().stream()
                .allMatch(piece -> !(piece instanceof Value.Unknown(String name))
                        || (OF_PROJECT.contains(name) && isSetByNone(name, jobs)));
    }

    /** Whether it is the same in these jobs where they run in one pipeline. */
    static boolean inPipeline(Value reference, Job... jobs) {
        return reference.pieces().stream()
                .allMatch(piece -> !(piece instanceof Value.Unknown(String name))
                        || ((OF_PROJECT.contains(name) || OF_PIPELINE.contains(name)) && isSetByNone(name, jobs)));
    }

    private static boolean isSetByNone(String name, Job... jobs) {
        return Arrays.stream(jobs).noneMatch(job -> job.variables().containsKey(name));
    }
}
