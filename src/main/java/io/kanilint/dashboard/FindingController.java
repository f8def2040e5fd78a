package io.kanilint.dashboard;

import io.kanilint.access.Account;
import io.kanilint.review.Dismissals;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one finding, and what administrators do on it. */
@Controller
class FindingController {
    private final FindingDetails findings;
    private final FindingLinks links;
    private final FindingActions actions;
    private final Dismissals dismissals;

    FindingController(FindingDetails findings, FindingLinks links, FindingActions actions, Dismissals dismissals) {
        this.findings = findings;
        this.links = links;
        this.actions = actions;
        this.dismissals = dismissals;
    }

    @GetMapping("/findings/{id:\\d{1,18}}")
    String show(@PathVariable long id, @AuthenticationPrincipal Account account, Model model) {
        FindingRow finding = find(id, account);
        Optional<FindingDetail> detail = findings.detail(finding);
        model.addAttribute("finding", finding);
        model.addAttribute("stake", findings.stake(finding));
        model.addAttribute("detail", detail.orElse(null));
        model.addAttribute("fix", detail.map(FindingDetail::fix).orElse(null));
        model.addAttribute("others", findings.others(finding));
        model.addAttribute(
                "dismissal",
                dismissals.of(finding.projectId(), finding.fingerprint()).orElse(null));
        model.addAttribute(
                "fileUrl", detail.flatMap(known -> links.file(finding, known)).orElse(null));
        model.addAttribute("mergeRequestUrl", links.mergeRequest(finding).orElse(null));
        model.addAttribute(
                "threadUrl",
                findings.hasThread(finding) ? links.changes(finding).orElse(null) : null);
        model.addAttribute("projectUrl", links.project(finding).orElse(null));
        return "finding";
    }

    @ForAdministrators
    @PostMapping("/findings/{id:\\d{1,18}}/ignore")
    String ignore(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Account account,
            HttpServletRequest request,
            RedirectAttributes after) {
        return dismiss(id, Dismissals.Kind.IGNORED, reason, account, request, after);
    }

    @ForAdministrators
    @PostMapping("/findings/{id:\\d{1,18}}/false-alarm")
    String falseAlarm(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Account account,
            HttpServletRequest request,
            RedirectAttributes after) {
        return dismiss(id, Dismissals.Kind.FALSE_ALARM, reason, account, request, after);
    }

    private String dismiss(
            long id,
            Dismissals.Kind kind,
            String reason,
            Account account,
            HttpServletRequest request,
            RedirectAttributes after) {
        FindingRow finding = find(id, account);
        FindingReason said = FindingReason.of(reason);
        Optional<String> problem = said.problem();
        if (problem.isPresent()) {
            after.addFlashAttribute("problem", problem.get());
            after.addFlashAttribute("reason", said.text());
            return back(id);
        }
        actions.dismiss(finding, kind, said.text(), account, request.getRemoteAddr());
        after.addFlashAttribute(
                "notice",
                kind == Dismissals.Kind.IGNORED
                        ? "The finding is ignored in this project. GitLab follows in a moment."
                        : "The finding counts as a false alarm in this project. GitLab follows in a moment.");
        return back(id);
    }

    @ForAdministrators
    @PostMapping("/findings/{id:\\d{1,18}}/take-back")
    String takeBack(
            @PathVariable long id,
            @AuthenticationPrincipal Account account,
            HttpServletRequest request,
            RedirectAttributes after) {
        boolean done = actions.takeBack(find(id, account), account, request.getRemoteAddr());
        after.addFlashAttribute(
                "notice",
                done
                        ? "The finding counts again. GitLab follows in a moment."
                        : "Nothing was done. The finding was not put aside in the dashboard.");
        return back(id);
    }

    @ForAdministrators
    @PostMapping("/findings/{id:\\d{1,18}}/check")
    String check(
            @PathVariable long id,
            @AuthenticationPrincipal Account account,
            HttpServletRequest request,
            RedirectAttributes after) {
        actions.check(find(id, account), account, request.getRemoteAddr());
        after.addFlashAttribute("notice", "The merge request is looked at again. Load this page anew in a moment.");
        return back(id);
    }

    private FindingRow find(long id, Account account) {
        return findings.find(id, account.visibility())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String back(long id) {
        return "redirect:/findings/" + id;
    }
}
