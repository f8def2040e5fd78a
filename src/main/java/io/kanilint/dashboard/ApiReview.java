package io.kanilint.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One look at a merge request, as programs get it. */
@Schema(name = "Review", description = "One look at a merge request.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApiReview(
        long id,
        @Schema(description = "Its page in the dashboard.") String url,

        @Schema(description = "The id of the project in GitLab.") @JsonProperty("project_id")
        long projectId,

        @Schema(description = "The number of the merge request in the project.") @JsonProperty("merge_request_iid")
        long mergeRequestIid,

        @Schema(description = "The commit that was looked at; left out if it did not come to that.") @Nullable
        String commit,

        @Schema(
                description = "`skipped`: there was nothing to look at; `refused`: GitLab did not let Kanilint look.",
                allowableValues = {"reviewed", "skipped", "refused"})
        String outcome,

        @Schema(description = "Why it was skipped or refused, for people.") @Nullable
        String reason,

        @Schema(
                description = "The status that the commit got; left out if none.",
                allowableValues = {"success", "failed"})
        @JsonProperty("commit_status")
        @Nullable
        String commitStatus,

        @Schema(description = "How many findings the merge request brought in or touched.")
        int findings,

        @Schema(description = "How many of Kanilint's threads were open at its end.") @JsonProperty("open_threads")
        int openThreads,

        @Schema(description = "How many calls to GitLab it took.") @JsonProperty("gitlab_calls")
        int gitlabCalls,

        @JsonProperty("started_at") Instant startedAt,
        @JsonProperty("finished_at") Instant finishedAt,

        @Schema(description = "What was done, in its order; only where one look is asked for.") @Nullable
        List<Step> steps,

        @Schema(description = "Its calls to GitLab, in their order, the first 200; only where one look is asked for.")
        @Nullable
        List<Call> calls,

        @Schema(description = "What it could not read; only where one look is asked for.") @Nullable
        List<Gap> gaps) {

    @Schema(name = "ReviewStep", description = "A part of a look.")
    record Step(
            String name,

            @Schema(description = "What it took.") @JsonProperty("duration_ms")
            long durationMs,

            @Schema(description = "How many calls to GitLab it took.") @JsonProperty("gitlab_calls")
            int gitlabCalls) {}

    @Schema(name = "ReviewCall", description = "A call to GitLab.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Call(
            String method,

            @Schema(description = "Below `/api/v4`, without the query.")
            String path,

            @Schema(description = "The status of the answer; left out if there was none.") @Nullable
            Integer status,

            @Schema(description = "What it took.") @JsonProperty("duration_ms")
            long durationMs) {

        static Call of(ReviewCall call) {
            return new Call(
                    call.method(),
                    call.path(),
                    call.status() == 0 ? null : call.status(),
                    call.time().toMillis());
        }
    }

    @Schema(name = "Gap", description = "Something that could not be read, so nothing is claimed about it.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Gap(
            @JsonProperty("review_id") long reviewId,
            String file,

            @Schema(description = "The line, from 1; left out if it is not about one.") @Nullable
            Integer line,

            @Schema(description = "Why, for people.") String reason) {

        static Gap of(ReviewQueries.GapRow row) {
            return new Gap(row.reviewId(), row.file(), row.line() > 0 ? row.line() : null, row.reason());
        }
    }

    static ApiReview of(ReviewRow row, ApiAddress address) {
        return of(row, null, null, null, address);
    }

    static ApiReview of(
            ReviewRow row,
            @Nullable List<Step> steps,
            @Nullable List<Call> calls,
            @Nullable List<Gap> gaps,
            ApiAddress address) {
        return new ApiReview(
                row.id(),
                address.page("/reviews/" + row.id()),
                row.projectId(),
                row.iid(),
                row.headSha(),
                row.outcome(),
                row.reason(),
                row.commitStatus() == null ? null : row.status(),
                row.findings(),
                row.openThreads(),
                row.calls(),
                row.startedAt().toInstant(),
                row.finishedAt().toInstant(),
                steps,
                calls,
                gaps);
    }
}
