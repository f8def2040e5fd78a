package io.kanilint.dashboard;

import io.kanilint.finding.Severity;
import io.kanilint.report.JsonText;
import io.kanilint.report.SarifLog;
import java.util.List;
import java.util.Locale;

/** Findings for programs that read SARIF 2.1.0. Which project each is of is among its properties. */
record FindingSarif(JsonText json, String publicUrl) {

    void write(FindingExport export) {
        var log = new SarifLog(json);
        log.write(() -> {
            json.<FindingRow>each("results", export::each, finding -> result(log, finding));
            json.object("properties", () -> json.value("more", export.cut()));
        });
    }

    private void result(SarifLog log, FindingRow finding) {
        log.result(finding.rule(), Severity.valueOf(finding.severity().toUpperCase(Locale.ROOT)), finding.message());
        json.objects("locations", List.of(finding), _ -> {
            log.line(finding.file(), finding.line());
            log.job(finding.job());
        });
        log.fingerprint(finding.fingerprint());
        if (finding.state().equals(FindingState.IGNORED.word())) {
            json.objects("suppressions", List.of(finding), _ -> json.value("kind", "external"));
        }
        json.value("hostedViewerUri", publicUrl + "/findings/" + finding.id());
        json.object("properties", () -> {
            json.value("project", finding.project());
            json.value("mergeRequest", finding.mergeRequest());
            json.value("state", finding.state());
            json.value("broughtIn", finding.relevant());
            json.value("firstSeen", finding.firstSeen().toString());
            json.value("lastSeen", finding.lastSeen().toString());
            if (finding.fixed() != null) {
                json.value("fixed", finding.fixed().toString());
            }
        });
    }
}
