package io.kanilint.cli;

import io.kanilint.report.PageText;
import io.kanilint.report.RulePages;
import io.kanilint.rules.Rule;
import io.kanilint.rules.Rules;
import io.kanilint.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code kanilint explain}. */
@Command(
        name = "explain",
        description = "Shows what a rule finds, why that is a problem, and what to do.",
        mixinStandardHelpOptions = true)
final class ExplainCommand extends TerminalCommand {

    /** What a shell offers to complete. */
    static final class Ids extends ArrayList<String> {
        Ids() {
            super(ids());
        }
    }

    @Parameters(
            paramLabel = "RULE",
            completionCandidates = Ids.class,
            description = "a rule that 'kanilint rules' lists")
    private String rule = "";

    @Override
    int run(Terminal on) {
        if (!ids().contains(rule)) {
            String meant = Nearest.question(rule, ids());
            throw new InputException("there is no rule '%s'%s"
                    .formatted(rule, meant.isEmpty() ? "; 'kanilint rules' lists all of them" : meant));
        }
        String page = RulePages.markdown(rule)
                .orElseThrow(() -> new InputException(
                        "the page of %s is not in this program; it is at %s".formatted(rule, RulePages.of(rule))));
        new PageText(on.style()).lines(page).forEach(on.out()::println);
        return 0;
    }

    private static List<String> ids() {
        return Rules.ALL.stream().map(Rule::id).toList();
    }
}
