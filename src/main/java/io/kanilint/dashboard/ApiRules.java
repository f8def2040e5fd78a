package io.kanilint.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kanilint.access.Account;
import io.kanilint.report.RulePages;
import io.kanilint.review.Opinions;
import io.kanilint.rules.Rules;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;

/** The rules for programs. */
@ApiEndpoint
@Tag(name = "Rules")
class ApiRules {
    private final RuleFigures figures;
    private final RuleOpinions opinions;

    @Schema(name = "Rule", description = "A rule, and how often it speaks.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ApiRule(
            String id,

            @Schema(
                    description = "Unless settings say otherwise.",
                    allowableValues = {"error", "warning", "info"})
            String severity,

            @Schema(description = "What it finds, in a line.")
            String summary,

            @Schema(description = "The page that explains it.")
            String help,

            @Schema(description = "How many open findings it has in the projects that one may see.")
            long open,

            @Schema(
                    description =
                            "The part of its findings shown in threads that nobody called wrong, in percent; only "
                                    + "for administrators, and left out as long as none was shown.")
            @Nullable
            Long precision) {}

    @Schema(name = "RuleList", description = "All rules.")
    record All(List<ApiRule> items) {}

    ApiRules(RuleFigures figures, RuleOpinions opinions) {
        this.figures = figures;
        this.opinions = opinions;
    }

    @GetMapping("/rules")
    @Operation(
            operationId = "listRules",
            summary = "Lists the rules",
            description = "All at once, with how many open findings each has.")
    All list(@Parameter(hidden = true) @AuthenticationPrincipal Account account) {
        Map<String, Long> open = figures.open(account.visibility());
        Map<String, Opinions.OfRule> judged = opinions.shownTo(account);
        return new All(Rules.ALL.stream()
                .map(rule -> new ApiRule(
                        rule.id(),
                        rule.severity().word(),
                        rule.summary(),
                        RulePages.of(rule.id()),
                        open.getOrDefault(rule.id(), 0L),
                        RuleOpinions.percent(judged.get(rule.id()))))
                .toList());
    }
}
