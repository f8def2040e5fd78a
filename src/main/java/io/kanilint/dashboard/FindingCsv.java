package io.kanilint.dashboard;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Findings for spreadsheets (RFC 4180). What a spreadsheet would take for a formula has an apostrophe before it. */
record FindingCsv(PrintWriter out, String publicUrl) {
    private static final String COLUMNS = "severity,rule,project,job,file,line,merge_request,merge_request_title,state,"
            + "brought_in,message,first_seen,last_seen,fixed,fingerprint,url";
    private static final String FORMULA = "=+-@\t\r\n";

    void write(FindingExport export) {
        out.print(COLUMNS + "\r\n");
        export.each(this::row);
        if (export.cut()) {
            cells(List.of("There are more. These are the first %d findings; filter them to see the others."
                    .formatted(export.limit())));
        }
        out.flush();
    }

    private void row(FindingRow finding) {
        cells(List.of(
                finding.severity(),
                finding.rule(),
                finding.project(),
                finding.job(),
                finding.file(),
                finding.line() == 0 ? "" : finding.line(),
                finding.mergeRequest(),
                finding.mergeRequestTitle(),
                finding.state(),
                finding.relevant(),
                finding.message(),
                finding.firstSeen(),
                finding.lastSeen(),
                Objects.toString(finding.fixed(), ""),
                finding.fingerprint(),
                publicUrl + "/findings/" + finding.id()));
    }

    private void cells(List<?> values) {
        out.print(values.stream().map(value -> cell(value.toString())).collect(Collectors.joining(",", "", "\r\n")));
    }

    private static String cell(String text) {
        String plain = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return plain.matches("(?s).*[\",\r\n].*") ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
    }
}
