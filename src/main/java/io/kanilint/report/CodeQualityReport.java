package io.kanilint.report;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Severity;
import io.kanilint.lint.LintResult;
import java.io.Writer;

/**
 * GitLab's Code Quality report: a list of findings, no more in each than GitLab reads (documentation, "Code Quality
 * report format"). GitLab compares the fingerprints of two pipelines to tell what a merge request brings in.
 */
public final class CodeQualityReport implements Report {

    @Override
    public void write(LintResult result, Writer out) {
        JsonText.write(out, json -> json.objects(result.findings(), finding -> finding(json, finding)));
    }

    private static void finding(JsonText json, Finding finding) {
        json.value("description", finding.fullMessage());
        json.value("check_name", finding.rule());
        json.value("fingerprint", finding.fingerprint());
        json.value("severity", severity(finding.severity()));
        json.object("location", () -> {
            json.value("path", finding.span().source().path());
            json.object("lines", () -> json.value("begin", finding.span().startLine()));
        });
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "critical";
            case WARNING -> "major";
            case INFO -> "info";
        };
    }
}
