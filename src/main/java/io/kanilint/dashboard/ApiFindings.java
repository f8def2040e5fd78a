package io.kanilint.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.kanilint.access.Account;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Findings for programs. */
@ApiEndpoint
@Tag(name = "Findings")
class ApiFindings {
    private final FindingQueries findings;
    private final ApiFindingReader reader;
    private final FindingLinks links;
    private final ApiAddress address;

    @Schema(name = "FindingPage", description = "A part of a list of findings.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            List<ApiFinding> items,

            @Schema(description = "Leads to the next page, as the parameter `cursor`; left out on the last page.")
            @Nullable
            String next,

            @Schema(
                    description = "How many findings all pages have together. One that several merge requests of a "
                            + "project have counts once for each here, and once in the project in other figures.")
            long count,

            @Schema(description = "Whether there are more than `count` says: it was not counted further.")
            @JsonProperty("count_capped")
            boolean countCapped) {}

    ApiFindings(FindingQueries findings, ApiFindingReader reader, FindingLinks links, ApiAddress address) {
        this.findings = findings;
        this.reader = reader;
        this.links = links;
        this.address = address;
    }

    @GetMapping("/findings")
    @Operation(
            operationId = "listFindings",
            summary = "Lists findings",
            description = "Open ones, unless `state` says otherwise.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "text",
            description = "Part of the name of a job or file, 3 characters or more.",
            schema = @Schema(type = "string", minLength = 3, maxLength = 200))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "project",
            description = "The full path of a project.",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "group",
            description = "The full path of a group; its subgroups belong to it.",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "rule",
            description = "The id of a rule.",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "severity",
            description = "How much they matter.",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"error", "warning", "info"}))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "state",
            description = "What became of them.",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"open", "fixed", "ignored", "closed", "all"},
                            defaultValue = "open"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "branch",
            description = "The target branch of the merge request.",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "merge_request",
            description = "The number of a merge request; `project` is then given too.",
            schema = @Schema(type = "integer", format = "int64", minimum = "1"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "from",
            description = "The first day, in UTC, on which they were first seen.",
            schema = @Schema(type = "string", format = "date"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "to",
            description = "The last such day.",
            schema = @Schema(type = "string", format = "date"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "scope",
            description = "Whether their merge requests brought them in or touch them, or they were there before.",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"all", "brought_in", "inherited"},
                            defaultValue = "all"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "sort",
            description = "Which come first.",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"newest", "oldest", "severity"},
                            defaultValue = "newest"))
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
        FindingFilter filter = FindingFilter.of(parameters);
        int limit = ApiCursor.limit(parameters);
        FindingPosition position = ApiCursor.read(
                request, parameters, FindingPosition.START, cursor -> FindingPosition.of(Map.of("after", cursor)));
        parameters.check();
        FindingSlice slice = findings.page(filter, position, limit, account.visibility());
        var page = new Page(
                slice.rows().stream()
                        .map(row -> ApiFinding.of(row, links, address))
                        .toList(),
                slice.after(),
                Math.min(slice.count(), FindingQueries.MOST_COUNTED),
                slice.count() > FindingQueries.MOST_COUNTED);
        return address.answer(page, "/findings", request, new ApiCursor.Next(slice.after()));
    }

    @GetMapping("/findings/{id:" + ApiEndpoint.ID + "}")
    @ApiEndpoint.OfOne
    @Operation(
            operationId = "getFinding",
            summary = "Gives one finding",
            description = "With the lines around it and the change that mends it.")
    ApiFinding one(
            @Parameter(description = "The id of the finding.") @PathVariable long id,
            @Parameter(hidden = true) @AuthenticationPrincipal Account account) {
        return reader.read(id, account);
    }
}
