package io.kanilint.dashboard;

import io.kanilint.access.Account;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What Kanilint did at merge requests. */
@Controller
class ReviewController {
    private static final int ON_A_PAGE = 25;

    private final ReviewQueries reviews;
    private final ReviewedMergeRequests mergeRequests;
    private final DeliveryQueries deliveries;

    ReviewController(ReviewQueries reviews, ReviewedMergeRequests mergeRequests, DeliveryQueries deliveries) {
        this.reviews = reviews;
        this.mergeRequests = mergeRequests;
        this.deliveries = deliveries;
    }

    @GetMapping("/reviews/{id}")
    String review(Model model, @AuthenticationPrincipal Account account, @PathVariable long id) {
        ReviewRow review = reviews.find(id, account.visibility()).orElseThrow(ReviewController::notFound);
        model.addAttribute("review", review);
        model.addAttribute(
                "mergeRequest",
                mergeRequests
                        .find(review.projectId(), review.iid(), account.visibility())
                        .orElseThrow(ReviewController::notFound));
        model.addAttribute("steps", reviews.steps(id));
        model.addAttribute("calls", reviews.calls(id));
        model.addAttribute("gaps", reviews.gaps(id));
        model.addAttribute(
                "deliveries",
                account.administrator() ? deliveries.coveredBy(id, review.projectId(), review.iid()) : List.of());
        return "review";
    }

    @GetMapping("/projects/{projectId}/merge-requests/{iid}")
    String mergeRequest(
            Model model,
            @AuthenticationPrincipal Account account,
            @PathVariable long projectId,
            @PathVariable long iid,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        model.addAttribute(
                "mergeRequest",
                mergeRequests.find(projectId, iid, account.visibility()).orElseThrow(ReviewController::notFound));
        List<ReviewRow> found = reviews.list(projectId, iid, before, account.visibility(), ON_A_PAGE + 1);
        List<ReviewRow> shown = found.subList(0, Math.min(ON_A_PAGE, found.size()));
        model.addAttribute("reviews", shown);
        model.addAttribute(
                "older", found.size() > shown.size() ? shown.getLast().id() : null);
        model.addAttribute("findings", mergeRequests.findings(projectId, iid));
        model.addAttribute("commands", mergeRequests.commands(projectId, iid));
        model.addAttribute("ignored", mergeRequests.ignored(projectId, iid));
        return "merge-request";
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
