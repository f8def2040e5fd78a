package io.kanilint.report;

import io.kanilint.finding.Finding;
import io.kanilint.lint.LintResult;
import io.kanilint.pipeline.Gap;
import io.kanilint.text.Source;
import io.kanilint.text.Span;
import java.io.Writer;
import java.util.List;

/** SARIF 2.1.0, the format in which analysers tell other programs what they found (OASIS standard). */
public final class SarifReport implements Report {
    @Override
    public void write(LintResult result, Writer out) {
        JsonText.write(out, json -> new Body(json, result).write());
    }

    private record Body(JsonText json, LintResult result) {
        void write() {
            new SarifLog(json).write(this::run);
        }

        private void run() {
            json.objects("invocations", List.of(result), _ -> {
                json.value("executionSuccessful", result.readable());
                json.objects("toolExecutionNotifications", result.gaps(), this::gap);
            });
            json.value("columnKind", "unicodeCodePoints");
            json.objects("results", result.findings(), this::finding);
        }

        private void finding(Finding finding) {
            new SarifLog(json).result(finding.rule(), finding.severity(), finding.fullMessage());
            json.objects("locations", List.of(finding), _ -> {
                place(finding.span());
                new SarifLog(json).job(finding.job());
            });
            json.objects("relatedLocations", finding.related(), related -> {
                json.value("id", finding.related().indexOf(related));
                place(related.span());
                new SarifLog(json).message("message", related.message());
            });
            new SarifLog(json).fingerprint(finding.fingerprint());
            new SarifFixes(json, finding).write();
        }

        private void gap(Gap gap) {
            json.value("level", gap.mistake() ? "warning" : "note");
            new SarifLog(json).message("message", gap.reason());
            json.objects("locations", List.of(gap.span()), this::place);
        }

        private void place(Span span) {
            json.object("physicalLocation", () -> {
                json.object(
                        "artifactLocation",
                        () -> json.value("uri", FileUri.of(span.source().path())));
                json.object("region", () -> region(span));
            });
        }

        /** A region ends before its last column. */
        private void region(Span span) {
            Source source = span.source();
            json.value("startLine", span.startLine());
            json.value("startColumn", span.startColumn());
            json.value("endLine", span.endLine());
            json.value("endColumn", span.endColumn() + (span.end() > span.start() ? 1 : 0));
            if (span.startLine() <= source.lineCount()) {
                // Not a message: it stands there as it is in the file.
                String text = span.end() > span.start() ? span.text() : source.line(span.startLine());
                json.object("snippet", () -> json.value("text", text));
            }
        }
    }
}
