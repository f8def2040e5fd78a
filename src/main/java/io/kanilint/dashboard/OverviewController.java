package io.kanilint.dashboard;

import io.kanilint.access.Account;
import io.kanilint.delivery.WorkQueue;
import io.kanilint.gitlab.GitLab;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page. */
@Controller
class OverviewController {
    private final Figures figures;
    private final Health health;
    private final WorkQueue queue;
    private final TokenState token;
    private final GitLab gitlab;
    private final WebhookAddress webhooks;

    OverviewController(
            Figures figures, Health health, WorkQueue queue, TokenState token, GitLab gitlab, WebhookAddress webhooks) {
        this.figures = figures;
        this.health = health;
        this.queue = queue;
        this.token = token;
        this.gitlab = gitlab;
        this.webhooks = webhooks;
    }

    @GetMapping("/")
    String overview(Model model, @AuthenticationPrincipal Account account) {
        model.addAttribute("figures", figures.of(account.visibility()));
        model.addAttribute("days", Figures.DAYS);
        model.addAttribute("webhooks", webhooks.url());
        if (account.administrator()) {
            model.addAttribute("queue", queue.now());
            model.addAttribute("deliveries", health.deliveries());
            model.addAttribute("reviews", health.reviews());
            model.addAttribute("token", token.now());
            model.addAttribute("quota", gitlab.quota().orElse(null));
        }
        return "overview";
    }
}
