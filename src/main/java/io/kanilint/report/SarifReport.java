package io.kanilint.report;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Severity;
import io.kanilint.lint.LintResult;
import io.kanilint.pipeline.Gap;
import io.kanilint.rules.Rule;
import io.kanilint.rules.Rules;
import io.kanilint.text.Source;
import io.kanilint.text.Span;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** SARIF 2.1.0, the format in which analysers tell other programs what they found (OASIS standard). */
public final class SarifReport implements Report {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final List<String> IDS = Rules.ALL.stream().map(Rule::id).toList();

    @Override
    public void write(LintResult result, Writer out) {
        JsonText.write(out, json -> new Body(json, result).write());
    }

    private record Body(JsonText json, LintResult result) {

        void write() {
            json.object(() -> {
                json.value("$schema", SCHEMA);
                json.value("version", "2.1.0");
                json.objects("runs", List.of(result), _ -> run());
            });
        }

        private void run() {
            json.object(
                    "tool",
                    () -> json.object("driver", () -> {
                        json.value("name", "kanilint");
                        json.value("version", Version.CURRENT);
                        json.value("informationUri", "https://kanilint.io");
                        json.objects("rules", Rules.ALL, this::rule);
                    }));
            json.objects("invocations", List.of(result), _ -> {
                json.value("executionSuccessful", result.readable());
                json.objects("toolExecutionNotifications", result.gaps(), this::gap);
            });
            json.value("columnKind", "unicodeCodePoints");
            json.objects("results", result.findings(), this::finding);
        }

        private void rule(Rule rule) {
            json.value("id", rule.id());
            json.value("name", rule.getClass().getSimpleName());
            message("shortDescription", sentence(rule.summary()));
            message("fullDescription", sentence(rule.summary()));
            json.value("helpUri", RulePages.of(rule.id()));
            json.object("help", () -> {
                json.value("text", "%s See %s".formatted(sentence(rule.summary()), RulePages.of(rule.id())));
                RulePages.markdown(rule.id()).ifPresent(page -> json.value("markdown", page));
            });
            json.object("defaultConfiguration", () -> json.value("level", level(rule.severity())));
        }

        private void finding(Finding finding) {
            json.value("ruleId", finding.rule());
            json.value("ruleIndex", IDS.indexOf(finding.rule()));
            json.value("level", level(finding.severity()));
            message("message", finding.fullMessage());
            json.objects("locations", List.of(finding), _ -> {
                place(finding.span());
                if (!finding.job().isEmpty()) {
                    json.objects("logicalLocations", List.of(finding.job()), job -> {
                        json.value("name", job);
                        json.value("kind", "job");
                    });
                }
            });
            json.objects("relatedLocations", finding.related(), related -> {
                json.value("id", finding.related().indexOf(related));
                place(related.span());
                message("message", related.message());
            });
            json.object("partialFingerprints", () -> json.value("kanilint/v1", finding.fingerprint()));
            new SarifFixes(json, finding).write();
        }

        private void gap(Gap gap) {
            json.value("level", "note");
            message("message", gap.reason());
            json.objects("locations", List.of(gap.span()), this::place);
        }

        private void message(String name, String text) {
            json.object(name, () -> json.value("text", text));
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
                message("snippet", span.end() > span.start() ? span.text() : source.line(span.startLine()));
            }
        }

        private static String sentence(String summary) {
            return summary.substring(0, 1).toUpperCase(Locale.ROOT) + summary.substring(1) + ".";
        }

        private static String level(Severity severity) {
            return switch (severity) {
                case ERROR -> "error";
                case WARNING -> "warning";
                case INFO -> "note";
            };
        }
    }
}
