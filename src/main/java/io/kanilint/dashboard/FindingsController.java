package io.kanilint.dashboard;

import io.kanilint.access.Account;
import io.kanilint.access.Visibility;
import io.kanilint.finding.Severity;
import io.kanilint.rules.Rule;
import io.kanilint.rules.Rules;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of findings. */
@Controller
class FindingsController {
    private static final int PAGE = 50;
    private static final List<String> IDS =
            Rules.ALL.stream().map(Rule::id).sorted().toList();
    private static final List<Severity> SEVERITIES = List.of(Severity.ERROR, Severity.WARNING, Severity.INFO);
    /** The fields that are folded away until they are used. */
    private static final List<String> FURTHER = List.of("group", "branch", "merge_request", "from", "to", "scope");

    private final FindingQueries findings;
    private final FindingLinks links;
    private final WebhookAddress webhook;

    FindingsController(FindingQueries findings, FindingLinks links, WebhookAddress webhook) {
        this.findings = findings;
        this.links = links;
        this.webhook = webhook;
    }

    @GetMapping("/findings")
    String list(
            @RequestParam Map<String, String> request,
            @RequestHeader(value = "HX-Request", required = false) @Nullable String htmx,
            @AuthenticationPrincipal Account account,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("given", request);
        model.addAttribute("rules", IDS);
        model.addAttribute("severities", SEVERITIES);
        model.addAttribute("states", FindingState.values());
        model.addAttribute("scopes", FindingScope.values());
        model.addAttribute("sorts", FindingSort.values());
        model.addAttribute(
                "further",
                FURTHER.stream()
                        .anyMatch(name -> !request.getOrDefault(name, "").isBlank()));
        try {
            var filter = FindingFilter.of(request);
            fill(model, filter, FindingPosition.of(request), account.visibility());
            // The address without what is as usual.
            response.setHeader("HX-Push-Url", links.page("/findings", address(filter, request)));
        } catch (WrongParametersException wrong) {
            wrong.show(model, htmx, response);
        }
        return "findings";
    }

    private void fill(Model model, FindingFilter filter, FindingPosition position, Visibility visibility) {
        FindingSlice slice = findings.page(filter, position, PAGE, visibility);
        model.addAttribute("slice", slice);
        model.addAttribute("filter", filter);
        if (slice.rows().isEmpty()) {
            model.addAttribute("any", findings.any(visibility));
            model.addAttribute("webhook", webhook);
        }
        model.addAttribute("count", words(slice.count()));
        Map<String, String> parameters = filter.parameters();
        model.addAttribute("previous", slice.before() == null ? null : with(parameters, "before", slice.before()));
        model.addAttribute("next", slice.after() == null ? null : with(parameters, "after", slice.after()));
        for (String format : List.of("csv", "json", "sarif")) {
            model.addAttribute(format, links.page("/findings." + format, parameters));
        }
    }

    private String with(Map<String, String> parameters, String name, String value) {
        return links.page("/findings", extended(parameters, name, value));
    }

    private static Map<String, String> extended(Map<String, String> parameters, String name, String value) {
        var all = new LinkedHashMap<>(parameters);
        all.put(name, value);
        return all;
    }

    private static Map<String, String> address(FindingFilter filter, Map<String, String> request) {
        Map<String, String> all = filter.parameters();
        for (String name : List.of("after", "before")) {
            String value = request.getOrDefault(name, "");
            if (!value.isEmpty()) {
                all = extended(all, name, value);
            }
        }
        return all;
    }

    private static String words(long count) {
        return count > FindingQueries.MOST_COUNTED
                ? String.format(Locale.ROOT, "More than %,d findings", FindingQueries.MOST_COUNTED)
                : count == 1 ? "1 finding" : String.format(Locale.ROOT, "%,d findings", count);
    }
}
