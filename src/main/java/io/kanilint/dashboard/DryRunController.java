package io.kanilint.dashboard;

import io.kanilint.access.Account;
import io.kanilint.review.DryRun;
import io.kanilint.review.ReviewOutcome;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** Shows administrators what Kanilint would post to a merge request now. */
@Controller
@ForAdministrators
class DryRunController {
    private final DryRunner runner;
    private final ReviewedMergeRequests mergeRequests;

    DryRunController(DryRunner runner, ReviewedMergeRequests mergeRequests) {
        this.runner = runner;
        this.mergeRequests = mergeRequests;
    }

    /** Changes nothing, but asks GitLab a dozen times: hence no GET, which a link or a crawler could set off. */
    @PostMapping("/projects/{projectId}/merge-requests/{iid}/dry-run")
    String dryRun(
            Model model,
            @AuthenticationPrincipal Account account,
            @PathVariable long projectId,
            @PathVariable long iid) {
        model.addAttribute(
                "mergeRequest",
                mergeRequests
                        .find(projectId, iid, account.visibility())
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        switch (runner.run(projectId, iid, mergeRequests.ciPath(projectId, iid))) {
            case DryRunner.Result.Done(DryRun run) -> {
                model.addAttribute("run", run);
                model.addAttribute("outcome", words(run.outcome()));
            }
            case DryRunner.Result.NotDone(String why) -> model.addAttribute("problem", why);
        }
        return "dry-run";
    }

    private static String words(ReviewOutcome outcome) {
        return switch (outcome) {
            case ReviewOutcome.Reviewed reviewed ->
                "At commit %s: %s.".formatted(reviewed.headSha(), reviewed.summary());
            case ReviewOutcome.Skipped(String reason) -> "There is nothing to look at. " + reason;
            case ReviewOutcome.Refused(String reason) -> "GitLab does not let Kanilint look at it. " + reason;
            case ReviewOutcome.NotReady(String reason) -> "It cannot be looked at yet. " + reason;
        };
    }
}
