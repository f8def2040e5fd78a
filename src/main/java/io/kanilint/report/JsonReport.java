package io.kanilint.report;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.finding.Severity;
import io.kanilint.lint.LintResult;
import io.kanilint.pipeline.Gap;
import io.kanilint.text.Edit;
import io.kanilint.text.Span;
import java.io.Writer;
import java.util.List;

/** JSON for scripts. Its form is stable: things are added, never renamed or taken away. */
public final class JsonReport implements Report {
    static final int SCHEMA_VERSION = 1;

    @Override
    public void write(LintResult result, Writer out) {
        JsonText.write(out, json -> new Body(json).write(result));
    }

    /** What the JSON of findings begins with. */
    public static void head(JsonText json) {
        json.value("schema_version", SCHEMA_VERSION);
        json.object("tool", () -> {
            json.value("name", "kanilint");
            json.value("version", Version.CURRENT);
        });
    }

    private record Body(JsonText json) {

        void write(LintResult result) {
            json.object(() -> {
                head(json);
                json.objects("findings", result.findings(), this::finding);
                json.objects("gaps", result.gaps(), this::gap);
                json.object("summary", () -> summary(result));
            });
        }

        private void summary(LintResult result) {
            json.value("files", result.files());
            json.value("jobs", result.jobs());
            json.value("builds", result.builds());
            json.object("findings", () -> {
                for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
                    json.value(severity.word(), (int) result.count(severity));
                }
            });
            json.value("ignored", result.ignored());
        }

        private void finding(Finding finding) {
            Span span = finding.span();
            json.value("rule", finding.rule());
            json.value("severity", finding.severity().word());
            json.value("job", finding.job());
            json.value("file", span.source().path());
            place("start", span.startLine(), span.startColumn());
            place("end", span.endLine(), span.endColumn());
            json.value("message", finding.fullMessage());
            json.value("fingerprint", finding.fingerprint());
            json.value("help", RulePages.of(finding.rule()));
            json.objects("related", finding.related(), related -> {
                fileAndLine(related.span());
                json.value("message", related.message());
            });
            json.objects("fixes", finding.fixes(), this::fix);
        }

        private void fix(Fix fix) {
            json.value("title", fix.title());
            json.value("safe", fix.safe());
            json.objects("edits", fix.edits(), this::edit);
        }

        private void edit(Edit edit) {
            json.value("file", edit.file());
            json.value("start_line", edit.startLine());
            json.value("end_line", edit.endLine());
            json.texts("replacement", edit.replacement());
        }

        private void gap(Gap gap) {
            fileAndLine(gap.span());
            json.value("reason", gap.reason());
        }

        private void fileAndLine(Span span) {
            json.value("file", span.source().path());
            json.value("line", span.startLine());
        }

        private void place(String name, int line, int column) {
            json.object(name, () -> {
                json.value("line", line);
                json.value("column", column);
            });
        }
    }
}
