package io.kanilint.dashboard;

import io.kanilint.access.Account;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page. */
@Controller
class OverviewController {
    private final Overview overview;

    OverviewController(Overview overview) {
        this.overview = overview;
    }

    @GetMapping("/")
    String overview(Model model, @AuthenticationPrincipal Account account) {
        model.addAttribute("severities", overview.bySeverity(account.visibility()));
        return "overview";
    }
}
