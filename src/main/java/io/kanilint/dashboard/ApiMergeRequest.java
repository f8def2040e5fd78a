package io.kanilint.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A merge request as programs get it. */
@Schema(name = "MergeRequest", description = "A merge request, as GitLab named it at the last look.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApiMergeRequest(
        @Schema(description = "The id of its project in GitLab.") @JsonProperty("project_id")
        long projectId,

        @Schema(description = "The full path of its project, if known.") @Nullable
        String project,

        @Schema(description = "Its number in the project.") long iid,
        @Schema(description = "Its page in the dashboard.") String url,

        @Schema(description = "Its page in GitLab, if known.") @JsonProperty("gitlab_url") @Nullable
        String gitlabUrl,

        @Nullable String title,
        @JsonProperty("source_branch") @Nullable String sourceBranch,
        @JsonProperty("target_branch") @Nullable String targetBranch,

        @Schema(description = "As GitLab says it: `opened`, `closed`, `merged` or `locked`.") @Nullable
        String state,

        @Schema(description = "What was found in it, what is open first; at most 200.")
        List<Found> findings,

        @Schema(description = "The latest looks at it, at most 25.")
        List<ApiReview> reviews,

        @Schema(description = "The rules that nothing is said about in it.") @JsonProperty("ignored_rules")
        List<Ignored> ignoredRules,

        @Schema(description = "What people asked Kanilint for in comments, the newest first; at most 200.")
        List<ApiCommand> commands) {

    @Schema(name = "MergeRequestFinding", description = "A finding of the merge request, in short.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Found(
            long id,
            String rule,

            @Schema(allowableValues = {"error", "warning", "info"})
            String severity,

            @Schema(allowableValues = {"open", "fixed", "ignored", "closed"})
            String state,

            @Schema(description = "The name of the CI job.") String job,
            String file,

            @Schema(description = "The line in the file, from 1; left out if it is not known.") @Nullable
            Integer line,

            @Schema(description = "What is wrong, for people.")
            String message) {}

    @Schema(name = "IgnoredRule", description = "A rule that somebody told Kanilint to ignore in the merge request.")
    record Ignored(
            String rule,

            @Schema(description = "Why, as somebody wrote it.")
            String reason,

            @JsonProperty("ignored_at") Instant ignoredAt) {}

    static ApiMergeRequest of(
            ReviewedMergeRequest known, List<ApiReview> reviews, ReviewedMergeRequests all, ApiAddress address) {
        long project = known.projectId();
        long iid = known.iid();
        return new ApiMergeRequest(
                project,
                known.project(),
                iid,
                address.page("/projects/%d/merge-requests/%d".formatted(project, iid)),
                known.webUrl(),
                known.title(),
                known.sourceBranch(),
                known.targetBranch(),
                known.state(),
                all.findings(project, iid).stream().map(ApiMergeRequest::found).toList(),
                reviews,
                all.ignored(project, iid).stream()
                        .map(row -> new Ignored(
                                row.rule(), row.reason(), row.ignoredAt().toInstant()))
                        .toList(),
                all.commands(project, iid).stream().map(ApiCommand::of).toList());
    }

    private static Found found(ReviewedMergeRequests.FindingRow row) {
        return new Found(
                row.id(),
                row.rule(),
                row.severity(),
                row.state(),
                row.job(),
                row.file(),
                row.line() > 0 ? row.line() : null,
                row.message());
    }
}
