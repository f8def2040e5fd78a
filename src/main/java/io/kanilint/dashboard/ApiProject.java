package io.kanilint.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A project as programs get it. */
@Schema(name = "Project", description = "A project that webhooks told of.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApiProject(
        @Schema(description = "Its id in GitLab.") long id,

        @Schema(description = "Its full path; left out as long as GitLab did not tell it.") @Nullable
        String path,

        @Schema(description = "Its page in the dashboard.") String url,

        @Schema(description = "How many open findings it has, each once.")
        ApiOpen open,

        @Schema(description = "When a webhook last told of it; left out if none did, or if that was deleted as old.")
        @JsonProperty("hook_seen_at")
        @Nullable
        Instant hookSeenAt,

        @Schema(description = "When a merge request of it was last looked at; left out if none was.")
        @JsonProperty("last_reviewed_at")
        @Nullable
        Instant lastReviewedAt,

        @Schema(description = "That look; only in lists.") @JsonProperty("last_review") @Nullable
        LastReview lastReview,

        @Schema(description = "Only where one project is asked for.") @Nullable
        Detail detail) {

    @Schema(name = "LastReview", description = "The last look at a merge request of the project.")
    record LastReview(
            long id,

            @Schema(allowableValues = {"reviewed", "skipped", "refused"})
            String outcome) {}

    @Schema(name = "ProjectDetail", description = "What is told of a project that is asked for by itself.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Detail(
            @Schema(description = "Its page in GitLab, if known.") @JsonProperty("gitlab_url") @Nullable
            String gitlabUrl,

            @Schema(
                    description =
                            "The text of its own settings, `.kanilint.yml`, if it has some; at most 4,000 characters.")
            @Nullable
            String settings,

            @JsonProperty("first_seen_at") @Nullable Instant firstSeenAt,

            @Schema(description = "Its open findings by rule.")
            List<ByRule> rules,

            @Schema(description = "The latest looks at its merge requests, at most 25.")
            List<ApiReview> reviews,

            @Schema(description = "What the latest looks could not read.")
            List<ApiReview.Gap> gaps) {}

    @Schema(name = "RuleCount", description = "How many open findings a rule has.")
    record ByRule(
            String rule,

            @Schema(allowableValues = {"error", "warning", "info"})
            String severity,

            long open) {}

    static ApiProject of(ProjectRow row, ApiAddress address) {
        return new ApiProject(
                row.id(),
                row.path(),
                address.page("/projects/" + row.id()),
                new ApiOpen(row.errors(), row.warnings(), row.infos()),
                instant(row.hookSeenAt()),
                row.lastReviewedAt().toInstant(),
                row.reviewId() == 0 || row.outcome() == null ? null : new LastReview(row.reviewId(), row.outcome()),
                null);
    }

    static ApiProject of(
            ProjectQueries.Detail project,
            List<ProjectQueries.RuleRow> rules,
            List<ApiReview> reviews,
            List<ApiReview.Gap> gaps,
            ApiAddress address) {
        List<ByRule> byRule = rules.stream()
                .map(rule -> new ByRule(rule.rule(), rule.severity(), rule.amount()))
                .toList();
        return new ApiProject(
                project.id(),
                project.path(),
                address.page("/projects/" + project.id()),
                new ApiOpen(open(byRule, "error"), open(byRule, "warning"), open(byRule, "info")),
                instant(project.hookSeenAt()),
                instant(project.lastReviewedAt()),
                null,
                new Detail(
                        project.webUrl(), project.settings(), instant(project.firstSeenAt()), byRule, reviews, gaps));
    }

    private static long open(List<ByRule> rules, String severity) {
        return rules.stream()
                .filter(rule -> rule.severity().equals(severity))
                .mapToLong(ByRule::open)
                .sum();
    }

    static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
