package io.kanilint.dashboard;

import io.kanilint.access.Account;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Merge requests and the looks at them, for programs. */
@ApiEndpoint
@Tag(name = "Reviews")
class ApiReviews {
    private static final int LATEST = 25;

    private final ReviewQueries reviews;
    private final ReviewedMergeRequests mergeRequests;
    private final ApiAddress address;

    ApiReviews(ReviewQueries reviews, ReviewedMergeRequests mergeRequests, ApiAddress address) {
        this.reviews = reviews;
        this.mergeRequests = mergeRequests;
        this.address = address;
    }

    @GetMapping("/projects/{id:" + ApiEndpoint.ID + "}/merge-requests/{iid:" + ApiEndpoint.ID + "}")
    @ApiEndpoint.OfOne
    @Operation(
            operationId = "getMergeRequest",
            summary = "Gives one merge request",
            description = "With its findings and the looks at it.")
    ApiMergeRequest mergeRequest(
            @Parameter(description = "The id of the project in GitLab.") @PathVariable long id,
            @Parameter(description = "The number of the merge request in the project.") @PathVariable long iid,
            @Parameter(hidden = true) @AuthenticationPrincipal Account account) {
        ReviewedMergeRequest known =
                mergeRequests.find(id, iid, account.visibility()).orElseThrow(ApiReviews::missing);
        List<ApiReview> latest = iid == 0
                ? List.of()
                : reviews.list(id, iid, Long.MAX_VALUE, account.visibility(), LATEST).stream()
                        .map(row -> ApiReview.of(row, address))
                        .toList();
        return ApiMergeRequest.of(known, latest, mergeRequests, address);
    }

    @GetMapping("/reviews/{id:" + ApiEndpoint.ID + "}")
    @ApiEndpoint.OfOne
    @Operation(
            operationId = "getReview",
            summary = "Gives one look at a merge request",
            description = "With its steps, their calls to GitLab, and what could not be read.")
    ApiReview review(
            @Parameter(description = "The id of the review.") @PathVariable long id,
            @Parameter(hidden = true) @AuthenticationPrincipal Account account) {
        ReviewRow row = reviews.find(id, account.visibility()).orElseThrow(ApiReviews::missing);
        return ApiReview.of(
                row,
                reviews.steps(id).stream()
                        .map(step -> new ApiReview.Step(step.name(), step.time().toMillis(), step.calls()))
                        .toList(),
                reviews.calls(id).stream().map(ApiReview.Call::of).toList(),
                reviews.gaps(id).stream().map(ApiReview.Gap::of).toList(),
                address);
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
