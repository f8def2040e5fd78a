package io.kanilint.dashboard;

import io.kanilint.report.JsonReport;
import io.kanilint.report.JsonText;
import io.kanilint.report.RulePages;

/** Findings for scripts, with the fields of {@code kanilint check --format json} where they are remembered. */
record FindingJson(JsonText json, String publicUrl) {

    void write(FindingExport export) {
        json.object(() -> {
            JsonReport.head(json);
            json.<FindingRow>each("findings", export::each, this::finding);
            json.value("more", export.cut());
        });
    }

    private void finding(FindingRow finding) {
        json.value("rule", finding.rule());
        json.value("severity", finding.severity());
        json.value("job", finding.job());
        json.value("file", finding.file());
        json.object("start", () -> json.value("line", finding.line()));
        json.value("message", finding.message());
        json.value("fingerprint", finding.fingerprint());
        json.value("help", RulePages.of(finding.rule()));
        json.value("id", finding.id());
        json.value("url", publicUrl + "/findings/" + finding.id());
        json.object("project", () -> {
            json.value("id", finding.projectId());
            json.value("path", finding.project());
            WebAddress.of(finding.projectUrl()).ifPresent(url -> json.value("url", url));
        });
        json.object("merge_request", () -> {
            json.value("iid", finding.mergeRequest());
            json.value("title", finding.mergeRequestTitle());
            WebAddress.of(finding.mergeRequestUrl()).ifPresent(url -> json.value("url", url));
        });
        json.value("state", finding.state());
        json.value("brought_in", finding.relevant());
        json.value("first_seen", finding.firstSeen().toString());
        json.value("last_seen", finding.lastSeen().toString());
        if (finding.fixed() != null) {
            json.value("fixed", finding.fixed().toString());
        }
    }
}
