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
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** JSON for scripts. Its form is stable: things are added, never renamed or taken away. */
public final class JsonReport implements Report {
    private static final int SCHEMA_VERSION = 1;

    @Override
    public void write(LintResult result, Writer out) {
        var factory = JsonFactory.builder()
                .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
                .build();
        var context = new ObjectWriteContext.Base() {
            @Override
            public DefaultPrettyPrinter getPrettyPrinter() {
                return new DefaultPrettyPrinter();
            }
        };
        try (JsonGenerator json = factory.createGenerator(context, out)) {
            new Body(json).write(result);
            json.writeRaw('\n');
        }
    }

    private record Body(JsonGenerator json) {

        void write(LintResult result) {
            json.writeStartObject();
            json.writeNumberProperty("schema_version", SCHEMA_VERSION);
            json.writeObjectPropertyStart("tool");
            json.writeStringProperty("name", "kanilint");
            json.writeStringProperty("version", Version.CURRENT);
            json.writeEndObject();
            array("findings", result.findings(), this::finding);
            array("gaps", result.gaps(), this::gap);
            json.writeObjectPropertyStart("summary");
            json.writeNumberProperty("files", result.files());
            json.writeNumberProperty("jobs", result.jobs());
            json.writeNumberProperty("builds", result.builds());
            json.writeObjectPropertyStart("findings");
            for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
                json.writeNumberProperty(severity.word(), result.count(severity));
            }
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
        }

        private void finding(Finding finding) {
            Span span = finding.span();
            json.writeStringProperty("rule", finding.rule());
            json.writeStringProperty("severity", finding.severity().word());
            json.writeStringProperty("job", finding.job());
            json.writeStringProperty("file", span.source().path());
            place("start", span.startLine(), span.startColumn());
            place("end", span.endLine(), span.endColumn());
            json.writeStringProperty("message", finding.message());
            json.writeStringProperty("fingerprint", finding.fingerprint());
            json.writeStringProperty("help", RulePages.of(finding.rule()));
            array("related", finding.related(), related -> {
                fileAndLine(related.span());
                json.writeStringProperty("message", related.message());
            });
            array("fixes", finding.fixes(), this::fix);
        }

        private void fix(Fix fix) {
            json.writeStringProperty("title", fix.title());
            json.writeBooleanProperty("safe", fix.safe());
            array("edits", fix.edits(), this::edit);
        }

        private void edit(Edit edit) {
            json.writeStringProperty("file", edit.file());
            json.writeNumberProperty("start_line", edit.startLine());
            json.writeNumberProperty("end_line", edit.endLine());
            json.writeArrayPropertyStart("replacement");
            edit.replacement().forEach(json::writeString);
            json.writeEndArray();
        }

        private void gap(Gap gap) {
            fileAndLine(gap.span());
            json.writeStringProperty("reason", gap.reason());
        }

        private void fileAndLine(Span span) {
            json.writeStringProperty("file", span.source().path());
            json.writeNumberProperty("line", span.startLine());
        }

        private void place(String name, int line, int column) {
            json.writeObjectPropertyStart(name);
            json.writeNumberProperty("line", line);
            json.writeNumberProperty("column", column);
            json.writeEndObject();
        }

        private <T> void array(String name, List<T> values, Consumer<T> write) {
            json.writeArrayPropertyStart(name);
            for (T value : values) {
                json.writeStartObject();
                write.accept(value);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }
}
