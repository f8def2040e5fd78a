package io.kanilint.dashboard;

import io.kanilint.delivery.WorkQueue;
import io.kanilint.gitlab.GitLab;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * How Kanilint itself is: a part of the first page that asks for itself again every half minute. It stops after a while, as
 * each request keeps the session alive: a forgotten window would never be signed out.
 */
@Controller
@ForAdministrators
class HealthPanel {
    /** Ten minutes. */
    private static final int TIMES = 20;

    private final Health health;
    private final WorkQueue queue;
    private final TokenState token;
    private final GitLab gitlab;

    HealthPanel(Health health, WorkQueue queue, TokenState token, GitLab gitlab) {
        this.health = health;
        this.queue = queue;
        this.token = token;
        this.gitlab = gitlab;
    }

    @GetMapping("/health-panel")
    String panel(Model model, @RequestParam(defaultValue = "0") int left) {
        fill(model, Math.clamp(left, 0, TIMES) - 1);
        return "health-panel :: panel";
    }

    void fill(Model model) {
        fill(model, TIMES);
    }

    private void fill(Model model, int left) {
        model.addAttribute("left", left);
        model.addAttribute("queue", queue.now());
        model.addAttribute("deliveries", health.deliveries());
        model.addAttribute("reviews", health.reviews());
        model.addAttribute("token", token.now());
        model.addAttribute("quota", gitlab.quota().orElse(null));
    }
}
