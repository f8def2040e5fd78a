package io.kanilint.dashboard;

import io.kanilint.access.Account;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page. */
@Controller
class OverviewController {
    private final Figures figures;
    private final RuleOpinions opinions;
    private final HealthPanel health;
    private final WebhookAddress webhook;

    OverviewController(Figures figures, RuleOpinions opinions, HealthPanel health, WebhookAddress webhook) {
        this.figures = figures;
        this.opinions = opinions;
        this.health = health;
        this.webhook = webhook;
    }

    @GetMapping("/")
    String overview(Model model, @AuthenticationPrincipal Account account) {
        model.addAttribute("figures", figures.of(account.visibility()));
        model.addAttribute("days", Figures.DAYS);
        model.addAttribute("opinions", opinions.shownTo(account));
        model.addAttribute("webhook", webhook);
        if (account.administrator()) {
            health.fill(model);
        }
        return "overview";
    }
}
