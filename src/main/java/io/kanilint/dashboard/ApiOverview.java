package io.kanilint.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The figures of the first page, as programs get them. */
@Schema(
        name = "Overview",
        description = "Figures about the projects that one may see; they are up to half a minute old.")
record ApiOverview(
        @Schema(description = "When they were counted.") @JsonProperty("counted_at")
        Instant countedAt,

        @Schema(description = "How many projects there are.")
        long projects,

        @Schema(description = "How many of them have an open error.") @JsonProperty("projects_with_errors")
        long projectsWithErrors,

        ApiOpen open,
        Period period,

        @Schema(description = "The rules with the most open findings.")
        List<Named> rules,

        @Schema(description = "The projects with the most open errors.") @JsonProperty("worst_projects")
        List<NamedProject> worstProjects,

        @Schema(description = "The groups whose own projects have the most open errors.") @JsonProperty("worst_groups")
        List<Named> worstGroups,

        @Schema(description = "The last weeks, the oldest first.")
        List<Week> weeks) {

    @Schema(name = "Period", description = "What became of findings that merge requests brought in or touched.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Period(
            @Schema(description = "How long the period is, up to now.")
            int days,

            @Schema(description = "How many came.") long opened,
            @Schema(description = "How many went.") long fixed,

            @Schema(description = "How many of these went by a change that Kanilint had suggested.")
            long applied,

            @Schema(description = "How long those that went were there, in the median; left out if none went.")
            @JsonProperty("median_seconds_to_fix")
            @Nullable
            Long medianSecondsToFix) {}

    @Schema(name = "NamedCount", description = "How many open findings a rule or group has.")
    record Named(String name, ApiOpen open) {}

    @Schema(name = "ProjectCount", description = "How many open findings a project has.")
    record NamedProject(
            @Schema(description = "Its id in GitLab.") long id,
            @Schema(description = "Its full path.") String path,
            ApiOpen open) {}

    @Schema(name = "Week", description = "What came and went in a week.")
    record Week(
            @Schema(description = "Its first day, in UTC.") LocalDate monday, long opened, long fixed) {}

    static ApiOverview of(Figures.Page page) {
        Overview.Flow flow = page.flow();
        return new ApiOverview(
                page.counted(),
                page.projects(),
                page.brokenProjects(),
                ApiOpen.of(page.total()),
                new Period(
                        Figures.DAYS,
                        flow.opened(),
                        flow.fixed(),
                        flow.applied(),
                        flow.medianAge().map(Duration::toSeconds).orElse(null)),
                named(page.rules()),
                page.worstProjects().stream()
                        .map(project ->
                                new NamedProject(project.id(), project.open().name(), ApiOpen.of(project.open())))
                        .toList(),
                named(page.worstGroups()),
                page.weeks().stream()
                        .map(week -> new Week(week.monday(), week.opened(), week.fixed()))
                        .toList());
    }

    private static List<Named> named(List<Overview.Open> counts) {
        return counts.stream()
                .map(open -> new Named(open.name(), ApiOpen.of(open)))
                .toList();
    }
}
