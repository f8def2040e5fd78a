package io.kanilint.review;

import io.kanilint.finding.Finding;
import io.kanilint.lint.LintResult;
import io.kanilint.text.Source;
import io.kanilint.text.Span;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells which findings are a merge request's business: those that it brings in, and those whose lines it touches. */
final class Relevance {
    private Relevance() {}

    /** The findings at the head that count, in their order. */
    static List<Finding> of(LintResult head, LintResult base, Diffs diffs) {
        Set<String> old = base.findings().stream()
                .map(finding -> fingerprint(finding, diffs))
                .collect(Collectors.toSet());
        return head.findings().stream()
                .filter(finding -> !old.contains(finding.fingerprint()) || isTouched(finding, diffs))
                .toList();
    }

    private static boolean isTouched(Finding finding, Diffs diffs) {
        return diffs.touch(finding.span())
                || finding.related().stream().anyMatch(related -> diffs.touch(related.span()));
    }

    /** A file that is only renamed keeps its findings. */
    private static String fingerprint(Finding finding, Diffs diffs) {
        Span span = finding.span();
        var source =
                new Source(diffs.renamed(span.source().path()), span.source().text());
        return new Finding(
                        finding.rule(),
                        finding.severity(),
                        finding.job(),
                        finding.subject(),
                        new Span(source, span.start(), span.end()),
                        finding.message(),
                        List.of(),
                        List.of())
                .fingerprint();
    }
}
