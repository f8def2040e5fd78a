package io.kanilint.review;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Severity;
import io.kanilint.gitlab.CommitStatus;
import io.kanilint.gitlab.CommitStatus.State;
import io.kanilint.gitlab.GitLab;
import io.kanilint.gitlab.GitLabRefused;
import io.kanilint.gitlab.MergeRequest;
import io.kanilint.gitlab.Pipeline;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives the head of a merge request its status; one is reviewed even where that is not allowed. */
final class StatusWriter {
    private static final String NAME = "kanilint";

    private final GitLab gitlab;
    private final Pen pen;
    private final Reviews reviews;

    StatusWriter(GitLab gitlab, Pen pen, Reviews reviews) {
        this.gitlab = gitlab;
        this.pen = pen;
        this.reviews = reviews;
    }

    /** Where a status goes. A fork's head belongs to no branch of the target project, so GitLab wants it in the fork. */
    private record Goal(
            long projectId,
            String sha,
            String ref,
            @Nullable Long pipelineId) {}

    /**
     * Sets it, unless it is as it should be. It appears in one pipeline: a newer one of the same commit gets it too.
     *
     * @param failOn the least severity that fails it
     * @return the status that the head has, or empty if it could not be given one
     */
    String write(MergeRequest mergeRequest, String headSha, List<Finding> findings, Severity failOn) {
        boolean failed =
                findings.stream().anyMatch(finding -> finding.severity().compareTo(failOn) >= 0);
        State state = failed ? State.FAILED : State.SUCCESS;
        Long shown = shown(mergeRequest, headSha);
        if (reviews.status(mergeRequest.projectId(), headSha)
                .filter(given -> given.stands(state.name(), shown))
                .isPresent()) {
            return state.name();
        }
        if (mergeRequest.sourceProjectId() == 0) {
            return "";
        }
        String description = findings.isEmpty() ? "Nothing found" : Summary.count(findings.size(), "finding");
        Optional<Long> pipeline;
        try {
            Goal goal = goal(mergeRequest, headSha);
            pipeline = pen.status(
                    goal.projectId,
                    goal.sha,
                    new CommitStatus(state, NAME, description, null, goal.ref, goal.pipelineId));
        } catch (GitLabRefused refused) {
            // Somebody else's request, or our own that got no answer, was faster: GitLab has this very state.
            if (!String.valueOf(refused.getMessage()).contains("Cannot transition status")) {
                return "";
            }
            pipeline = Optional.empty();
        }
        if (!pen.real()) {
            return state.name();
        }
        reviews.give(
                mergeRequest.projectId(),
                headSha,
                new GivenStatus(state.name(), shown == null ? pipeline.orElse(null) : shown));
        return state.name();
    }

    /** The pipeline of its head that the merge request shows; one of an older head says nothing. */
    private static @Nullable Long shown(MergeRequest mergeRequest, String headSha) {
        Pipeline pipeline = mergeRequest.headPipeline();
        return pipeline != null && (pipeline.sha().equals(headSha) || pipeline.mergedResults()) ? pipeline.id() : null;
    }

    /**
     * The pipeline that the merge request shows. A pipeline of merged results runs on a commit that GitLab made, and a
     * status on the head would make a second pipeline beside it.
     */
    private Goal goal(MergeRequest mergeRequest, String headSha) {
        var onHead = new Goal(mergeRequest.sourceProjectId(), headSha, mergeRequest.sourceBranch(), null);
        Optional<Pipeline> newest = Optional.ofNullable(mergeRequest.headPipeline());
        if (newest.isEmpty() || mergeRequest.sourceProjectId() != mergeRequest.projectId()) {
            return onHead;
        }
        Pipeline pipeline = newest.get();
        boolean merged = pipeline.mergedResults()
                && gitlab.commits(mergeRequest.projectId())
                        .parents(pipeline.sha())
                        .contains(headSha);
        return pipeline.sha().equals(headSha) || merged
                ? new Goal(mergeRequest.projectId(), pipeline.sha(), pipeline.ref(), pipeline.id())
                : onHead;
    }
}
