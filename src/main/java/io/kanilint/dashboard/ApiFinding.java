package io.kanilint.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.kanilint.report.RulePages;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A finding as programs get it. */
@Schema(name = "Finding", description = "Something that a rule found in a merge request.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApiFinding(
        long id,
        @Schema(description = "Its page in the dashboard.") String url,
        Project project,

        @JsonProperty("merge_request") MergeRequest mergeRequest,

        @Schema(description = "The id of the rule.") String rule,

        @Schema(description = "The page that explains the rule.")
        String help,

        @Schema(allowableValues = {"error", "warning", "info"})
        String severity,

        @Schema(description = "The name of the CI job.") String job,

        @Schema(description = "The file, from the root of the repository.")
        String file,

        @Schema(description = "The line in the file, from 1; left out if it is not known.") @Nullable
        Integer line,

        @Schema(description = "What is wrong, for people.") String message,

        @Schema(
                description =
                        "Stays the same while lines around it move; the same in all merge requests of the project.")
        String fingerprint,

        @Schema(description = "Whether the merge request brought it in or touches it; otherwise it was there before.")
        @JsonProperty("brought_in")
        boolean broughtIn,

        @Schema(
                description = "`closed`: its merge request was closed before it was fixed.",
                allowableValues = {"open", "fixed", "ignored", "closed"})
        String state,

        @JsonProperty("first_seen") Instant firstSeen,
        @JsonProperty("last_seen") Instant lastSeen,

        @Schema(description = "When it was gone; left out if it is not.") @Nullable
        Instant fixed,

        @Schema(description = "Only where one finding is asked for, and for old ones not even there.") @Nullable
        ApiFindingDetail detail,

        @Schema(description = "Who put it aside in the dashboard, and why; only where one finding is asked for.")
        @Nullable
        ApiDismissal dismissal) {

    @Schema(name = "ProjectName", description = "Which project.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Project(
            @Schema(description = "Its id in GitLab.") long id,

            @Schema(description = "Its full path; made up from the id as long as GitLab did not tell it.")
            String path,

            @Schema(description = "Its page in GitLab, if known.") @Nullable
            String url) {}

    @Schema(name = "MergeRequestName", description = "Which merge request of the project.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MergeRequest(
            @Schema(description = "Its number in the project.")
            long iid,

            @Schema(description = "Its title, if known.") @Nullable
            String title,

            @Schema(description = "Its page in GitLab, if known.") @Nullable
            String url) {}

    static ApiFinding of(FindingRow row, FindingLinks links, ApiAddress address) {
        return of(row, links, address, null, null);
    }

    static ApiFinding of(
            FindingRow row,
            FindingLinks links,
            ApiAddress address,
            @Nullable ApiFindingDetail detail,
            @Nullable ApiDismissal dismissal) {
        return new ApiFinding(
                row.id(),
                address.page("/findings/" + row.id()),
                new Project(row.projectId(), row.project(), links.project(row).orElse(null)),
                new MergeRequest(
                        row.mergeRequest(),
                        row.mergeRequestTitle().isEmpty() ? null : row.mergeRequestTitle(),
                        links.mergeRequest(row).orElse(null)),
                row.rule(),
                RulePages.of(row.rule()),
                row.severity(),
                row.job(),
                row.file(),
                row.line() > 0 ? row.line() : null,
                row.message(),
                row.fingerprint(),
                row.relevant(),
                row.state(),
                row.firstSeen(),
                row.lastSeen(),
                row.fixed(),
                detail,
                dismissal);
    }
}
