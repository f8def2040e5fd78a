package io.kanilint.dashboard;

import io.kanilint.access.Account;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page. */
@Controller
class OverviewController {
    private final Figures figures;
    private final Health health;
    private final TokenState token;
    private final String publicUrl;

    OverviewController(
            Figures figures, Health health, TokenState token, @Value("${kanilint.public-url}") String publicUrl) {
        this.figures = figures;
        this.health = health;
        this.token = token;
        this.publicUrl = publicUrl;
    }

    @GetMapping("/")
    String overview(Model model, @AuthenticationPrincipal Account account) {
        model.addAttribute("figures", figures.of(account.visibility()));
        model.addAttribute("days", Figures.DAYS);
        model.addAttribute("publicUrl", publicUrl);
        if (account.administrator()) {
            model.addAttribute("queue", health.queue());
            model.addAttribute("deliveries", health.deliveries());
            model.addAttribute("reviews", health.reviews());
            model.addAttribute("token", token.now());
        }
        return "overview";
    }
}
