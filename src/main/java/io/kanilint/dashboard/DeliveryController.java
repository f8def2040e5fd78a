package io.kanilint.dashboard;

import io.kanilint.access.Account;
import io.kanilint.delivery.Redelivery;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What GitLab sent, and what became of it. */
@Controller
@ForAdministrators
class DeliveryController {
    private static final int ON_A_PAGE = 50;

    private final DeliveryQueries deliveries;
    private final Redelivery redelivery;
    private final WebhookAddress webhook;
    private final DeliveryActions actions;

    DeliveryController(
            DeliveryQueries deliveries, Redelivery redelivery, WebhookAddress webhook, DeliveryActions actions) {
        this.deliveries = deliveries;
        this.redelivery = redelivery;
        this.webhook = webhook;
        this.actions = actions;
    }

    @GetMapping("/deliveries")
    String list(
            Model model,
            @RequestParam Map<String, String> parameters,
            @RequestHeader(value = "HX-Request", required = false) @Nullable String htmx,
            HttpServletResponse response) {
        model.addAttribute("given", parameters);
        model.addAttribute("verdicts", DeliveryVerdict.ALL);
        model.addAttribute("events", deliveries.events());
        model.addAttribute("webhook", webhook);
        try {
            fill(model, DeliveryFilter.of(parameters));
        } catch (WrongParametersException wrong) {
            wrong.show(model, htmx, response);
        }
        return "deliveries";
    }

    private void fill(Model model, DeliveryFilter filter) {
        List<Delivery> found = deliveries.list(filter, ON_A_PAGE + 1);
        List<Delivery> shown = found.subList(0, Math.min(ON_A_PAGE, found.size()));
        model.addAttribute("filter", filter);
        model.addAttribute("deliveries", shown);
        if (found.size() > shown.size()) {
            var older = filter.parameters();
            older.put("after", shown.getLast().cursor().toString());
            model.addAttribute("older", ListAddress.of("/deliveries", older));
        }
    }

    @GetMapping("/deliveries/{id}")
    String one(Model model, @PathVariable long id) {
        DeliveryQueries.Detail detail =
                deliveries.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("detail", detail);
        model.addAttribute("delivery", detail.delivery());
        model.addAttribute("others", deliveries.others(detail));
        model.addAttribute("command", deliveries.command(detail.key()).orElse(null));
        model.addAttribute("obstacle", redelivery.obstacle(id).orElse(null));
        return "delivery";
    }

    @PostMapping("/deliveries/{id}/again")
    String again(
            @AuthenticationPrincipal Account account,
            @PathVariable long id,
            HttpServletRequest request,
            RedirectAttributes attributes) {
        Delivery delivery = deliveries
                .find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .delivery();
        Optional<String> obstacle = actions.again(delivery, account, request.getRemoteAddr());
        attributes.addFlashAttribute(
                "notice",
                obstacle.map("Nothing was done. "::concat)
                        .orElse("It is queued again. Its verdict changes when it was worked off."));
        return "redirect:/deliveries/" + id;
    }
}
