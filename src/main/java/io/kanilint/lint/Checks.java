package io.kanilint.lint;

import io.kanilint.finding.Finding;
import io.kanilint.pipeline.Gap;
import io.kanilint.rules.Configuration;
import io.kanilint.rules.Rule;
import io.kanilint.rules.Rules;
import io.kanilint.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the rules say of a configuration.
 *
 * @param findings in the order of their places
 * @param failed rules that broke down over it: they say nothing, and the others go on
 */
record Checks(List<Finding> findings, List<Gap> failed) {
    static final String FAULT = "that is a fault of Kanilint";

    static Checks of(Configuration configuration) {
        return of(configuration, Rules.ALL);
    }

    static Checks of(Configuration configuration, List<Rule> rules) {
        var findings = new ArrayList<Finding>();
        var failed = new ArrayList<Gap>();
        for (Rule rule : rules) {
            try {
                findings.addAll(rule.check(configuration).toList());
            } catch (RuntimeException e) {
                failure(rule, e, configuration).forEach(failed::add);
            }
        }
        findings.sort(Comparator.<Finding, String>comparing(
                        finding -> finding.span().source().path())
                .thenComparingInt(finding -> finding.span().start()));
        return new Checks(List.copyOf(findings), failed);
    }

    private static Stream<Gap> failure(Rule rule, RuntimeException e, Configuration configuration) {
        String where = e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0];
        String reason = "Rule '%s' breaks down over this configuration and says nothing of it; %s (%s%s)."
                .formatted(rule.id(), FAULT, e.getClass().getSimpleName(), where);
        return configuration.pipeline().sources().stream()
                .limit(1)
                .map(source -> new Gap(new Span(source, 0, 0), reason));
    }
}
