package io.kanilint.dashboard;

import io.kanilint.access.Account;
import io.kanilint.review.ReviewProperties;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The projects that are watched, and how they are. */
@Controller
class ProjectController {
    private static final int ON_A_PAGE = 50;
    private static final int REVIEWS = 25;
    private static final int LAST_DELIVERIES = 10;
    private static final int REVIEWS_WITH_GAPS = 10;

    private final ProjectQueries projects;
    private final ReviewQueries reviews;
    private final DeliveryQueries deliveries;
    private final ReviewProperties properties;
    private final WebhookAddress webhook;

    ProjectController(
            ProjectQueries projects,
            ReviewQueries reviews,
            DeliveryQueries deliveries,
            ReviewProperties properties,
            WebhookAddress webhook) {
        this.projects = projects;
        this.reviews = reviews;
        this.deliveries = deliveries;
        this.properties = properties;
        this.webhook = webhook;
    }

    @GetMapping("/projects")
    String list(
            Model model,
            @AuthenticationPrincipal Account account,
            @RequestParam Map<String, String> parameters,
            @RequestHeader(value = "HX-Request", required = false) @Nullable String htmx,
            HttpServletResponse response) {
        model.addAttribute("given", parameters);
        model.addAttribute("sorts", ProjectFilter.Sort.values());
        model.addAttribute("webhook", webhook);
        try {
            fill(model, ProjectFilter.of(parameters), account);
        } catch (WrongParametersException wrong) {
            wrong.show(model, htmx, response);
        }
        return "projects";
    }

    private void fill(Model model, ProjectFilter filter, Account account) {
        List<ProjectRow> found = projects.list(filter, account.visibility(), ON_A_PAGE + 1);
        List<ProjectRow> shown = found.subList(0, Math.min(ON_A_PAGE, found.size()));
        model.addAttribute("filter", filter);
        model.addAttribute("projects", shown);
        if (found.size() > shown.size()) {
            model.addAttribute("next", ListAddress.of("/projects", filter.following(shown.getLast())));
        }
    }

    @GetMapping("/projects/{id}")
    String project(
            Model model,
            @AuthenticationPrincipal Account account,
            @PathVariable long id,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        ProjectQueries.Detail project = projects.find(id, account.visibility())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("project", project);
        model.addAttribute("settings", ProjectSettings.of(project.settings()));
        model.addAttribute("shadow", properties.shadow());
        model.addAttribute("rules", projects.openByRule(id));
        model.addAttribute("gaps", reviews.gapsOfLatest(id, REVIEWS_WITH_GAPS));
        List<ReviewRow> found = reviews.list(id, 0, before, account.visibility(), REVIEWS + 1);
        List<ReviewRow> shown = found.subList(0, Math.min(REVIEWS, found.size()));
        model.addAttribute("reviews", shown);
        model.addAttribute(
                "older", found.size() > shown.size() ? shown.getLast().id() : null);
        if (account.administrator()) {
            var filter = DeliveryFilter.of(Map.of("project", Long.toString(id)));
            model.addAttribute("deliveries", deliveries.list(filter, LAST_DELIVERIES));
        }
        return "project";
    }
}
