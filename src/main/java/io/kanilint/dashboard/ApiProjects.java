package io.kanilint.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kanilint.access.Account;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Projects for programs. */
@ApiEndpoint
@Tag(name = "Projects")
class ApiProjects {
    private static final int REVIEWS = 25;
    private static final int REVIEWS_WITH_GAPS = 10;

    private final ProjectQueries projects;
    private final ReviewQueries reviews;
    private final ApiAddress address;

    @Schema(name = "ProjectPage", description = "A part of a list of projects.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            List<ApiProject> items,

            @Schema(description = "Leads to the next page, as the parameter `cursor`; left out on the last page.")
            @Nullable
            String next) {}

    ApiProjects(ProjectQueries projects, ReviewQueries reviews, ApiAddress address) {
        this.projects = projects;
        this.reviews = reviews;
        this.address = address;
    }

    @GetMapping("/projects")
    @Operation(
            operationId = "listProjects",
            summary = "Lists projects",
            description = "Those of which a merge request was looked at.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "text",
            description = "Part of a path.",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "sort",
            description = "By path, by the last look (the latest first) or by open findings (the most first).",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"path", "review", "findings"},
                            defaultValue = "path"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = ApiCursor.LIMIT,
            schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "50"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "cursor",
            description = ApiCursor.CURSOR,
            schema = @Schema(type = "string"))
    ResponseEntity<Page> list(
            @Parameter(hidden = true) @RequestParam Map<String, String> request,
            @Parameter(hidden = true) @AuthenticationPrincipal Account account) {
        var parameters = new RequestParameters(request);
        ProjectFilter start = ProjectFilter.of(parameters, "text");
        int limit = ApiCursor.limit(parameters);
        ProjectFilter filter =
                ApiCursor.read(request, parameters, start, cursor -> start.from(ApiCursor.plain(cursor)));
        parameters.check();
        List<ProjectRow> found = projects.list(filter, account.visibility(), limit + 1);
        List<ProjectRow> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > shown.size() ? ApiCursor.opaque(filter.place(shown.getLast())) : null;
        var page =
                new Page(shown.stream().map(row -> ApiProject.of(row, address)).toList(), next);
        return address.answer(page, "/projects", request, new ApiCursor.Next(next));
    }

    @GetMapping("/projects/{id:" + ApiEndpoint.ID + "}")
    @ApiEndpoint.OfOne
    @Operation(operationId = "getProject", summary = "Gives one project")
    ApiProject one(
            @Parameter(description = "The id of the project in GitLab.") @PathVariable long id,
            @Parameter(hidden = true) @AuthenticationPrincipal Account account) {
        ProjectQueries.Detail project = projects.find(id, account.visibility())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ApiProject.of(
                project,
                projects.openByRule(id),
                reviews.list(id, 0, Long.MAX_VALUE, account.visibility(), REVIEWS).stream()
                        .map(row -> ApiReview.of(row, address))
                        .toList(),
                reviews.gapsOfLatest(id, REVIEWS_WITH_GAPS).stream()
                        .map(ApiReview.Gap::of)
                        .toList(),
                address);
    }
}
