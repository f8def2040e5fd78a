package io.kanilint.dashboard;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Findings for spreadsheets (RFC 4180). What a spreadsheet would take for a formula has an apostrophe before it. Where the
 * separator is a semicolon or a tab, cells of ours are split there, quotes or not: what follows is looked at as well.
 */
record FindingCsv(PrintWriter out, String publicUrl) {
    private static final String COLUMNS = "severity,rule,project,job,file,line,merge_request,merge_request_title,state,"
            + "brought_in,message,first_seen,last_seen,fixed,fingerprint,url";
    /** Where a cell may begin before a sign, an ordinary or a full-width one, that may begin a formula. */
    private static final Pattern FORMULA =
            Pattern.compile("^(?=[\t\r\n])|(?<=^|[;\t\r\n])(?=[ \"]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20])");

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
        String plain = FORMULA.matcher(text).replaceAll("'");
        return plain.matches("(?s).*[\",\r\n].*") ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
    }
}
