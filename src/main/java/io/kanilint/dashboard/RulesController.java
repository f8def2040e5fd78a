package io.kanilint.dashboard;

import io.kanilint.access.Account;
import io.kanilint.review.Opinions;
import io.kanilint.rules.Rule;
import io.kanilint.rules.Rules;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The rules and their pages. Comments in GitLab link here, so anybody may read them; figures need a login. */
@Controller
class RulesController {
    private final RuleHtml pages;
    private final RuleFigures figures;
    private final RuleOpinions opinions;

    /**
     * A rule in the list.
     *
     * @param open how many open findings it has; null for strangers
     * @param opinion what people think of it, in all projects; null if nobody was shown anything, and for those who do not
     *     see all projects
     */
    record Line(
            String id,
            String severity,
            String summary,
            @Nullable Long open,
            Opinions.@Nullable OfRule opinion) {}

    RulesController(RuleHtml pages, RuleFigures figures, RuleOpinions opinions) {
        this.pages = pages;
        this.figures = figures;
        this.opinions = opinions;
    }

    @GetMapping("/rules")
    String rules(Model model, @AuthenticationPrincipal @Nullable Account account) {
        Map<String, Long> open = open(account);
        Map<String, Opinions.OfRule> judged = opinions.shownTo(account);
        List<Line> lines = Rules.ALL.stream()
                .map(rule -> line(rule, account, open, judged))
                .toList();
        model.addAttribute("rules", lines);
        return "rules";
    }

    @GetMapping("/rules/{id}")
    String rule(@PathVariable String id, Model model, @AuthenticationPrincipal @Nullable Account account) {
        Rule rule = Rules.ALL.stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("rule", line(rule, account, open(account), opinions.shownTo(account)));
        model.addAttribute("page", pages.of(id).orElse(""));
        return "rule";
    }

    private Map<String, Long> open(@Nullable Account account) {
        return account == null ? Map.of() : figures.open(account.visibility());
    }

    private static Line line(
            Rule rule, @Nullable Account account, Map<String, Long> open, Map<String, Opinions.OfRule> judged) {
        return new Line(
                rule.id(),
                rule.severity().word(),
                rule.summary(),
                account == null ? null : open.getOrDefault(rule.id(), 0L),
                judged.get(rule.id()));
    }
}
