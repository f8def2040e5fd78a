package io.kanilint.report;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.finding.Related;
import io.kanilint.finding.Severity;
import io.kanilint.lint.LintResult;
import io.kanilint.pipeline.Gap;
import io.kanilint.text.Edit;
import io.kanilint.text.Source;
import io.kanilint.text.Span;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Results made by hand, with everything that a report has to cope with. */
final class Reported {
    static final Source CI = new Source(
            "some where/.gitlab-ci.yml",
            "build:\r\n  script:\r\n    - echo '日本 😀' && /kaniko/executor -d a/b\r\n    - make\r\nlast: {}");
    static final Source SCRIPT = new Source("ci/bäu.sh", "one\ntwo\nthree\n");

    private Reported() {}

    static Span in(Source source, String text) {
        int start = source.text().indexOf(text);
        return new Span(source, start, start + text.length());
    }

    static LintResult everything() {
        var finding = new Finding(
                "multi-build-job",
                Severity.ERROR,
                "build",
                in(CI, "/kaniko/executor -d a/b"),
                "Job 'build' is wrong.",
                List.of(new Related(in(CI, "make"), "Here too."), new Related(in(SCRIPT, "two"), "And there.")),
                List.of(new Fix(
                        "Mend it",
                        true,
                        List.of(
                                new Edit(CI.path(), 1, 2, List.of("a:", "  script:")),
                                new Edit(CI.path(), 4, 4, List.of()),
                                new Edit(CI.path(), 5, 5, List.of()),
                                new Edit(SCRIPT.path(), 3, 3, List.of("3", "4"))),
                        List.of(SCRIPT))));
        var note = new Finding(
                "unreadable-configuration", Severity.INFO, "", new Span(CI, 0, 0), "Odd.", List.of(), List.of());
        return new LintResult(
                List.of(finding, note),
                List.of(new Gap(in(CI, "build"), "It lies elsewhere.")),
                true,
                true,
                2,
                2,
                1,
                3);
    }

    static String text(Report report, LintResult result) {
        var text = new StringWriter();
        try {
            report.write(result, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static JsonNode json(Report report, LintResult result) {
        return JsonMapper.shared().readTree(text(report, result));
    }
}
