package io.kanilint.pipeline;

import java.util.Optional;
import java.util.stream.Collectors;

/** What is certain about variables when a job's script starts, as shell commands that succeed then. */
public final class Premise {
    private Premise() {}

    /** For a job in a pipeline of some kind. */
    public static String of(Job job, PipelineKind kind) {
        String rules = Optional.ofNullable(job.keywords().get("rules"))
                .map(node -> RuleList.of(node).script())
                .orElse(":");
        String always = PipelineFacts.ALWAYS.stream().map(Premise::set).collect(Collectors.joining());
        return kind(kind) + always + rules;
    }

    /** See GitLab's list of predefined variables: which are set in which pipelines. */
    private static String kind(PipelineKind kind) {
        return switch (kind) {
            case BRANCH -> set("CI_COMMIT_BRANCH") + unset("CI_COMMIT_TAG") + named("CI_COMMIT_BRANCH") + noRequest();
            case TAG -> set("CI_COMMIT_TAG") + unset("CI_COMMIT_BRANCH") + named("CI_COMMIT_TAG") + noRequest();
            case MERGE_REQUEST ->
                set("CI_MERGE_REQUEST_IID")
                        + set("CI_MERGE_REQUEST_ID")
                        + unset("CI_COMMIT_BRANCH")
                        + unset("CI_COMMIT_TAG")
                        + named("CI_MERGE_REQUEST_SOURCE_BRANCH_NAME")
                        + "[ \"$CI_PIPELINE_SOURCE\" = merge_request_event ] && ";
        };
    }

    private static String noRequest() {
        return unset("CI_MERGE_REQUEST_IID")
                + unset("CI_MERGE_REQUEST_ID")
                + unset("CI_MERGE_REQUEST_SOURCE_BRANCH_NAME")
                + unset("CI_MERGE_REQUEST_TARGET_BRANCH_NAME")
                + "[ \"$CI_PIPELINE_SOURCE\" != merge_request_event ] && ";
    }

    private static String named(String variable) {
        return "export CI_COMMIT_REF_NAME=\"$%s\" && ".formatted(variable);
    }

    private static String set(String variable) {
        return "[ -n \"$%s\" ] && ".formatted(variable);
    }

    private static String unset(String variable) {
        return "[ -z \"$%s\" ] && ".formatted(variable);
    }
}
