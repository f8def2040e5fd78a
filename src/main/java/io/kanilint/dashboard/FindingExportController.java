package io.kanilint.dashboard;

import io.kanilint.access.Account;
import io.kanilint.access.PublicUrl;
import io.kanilint.report.JsonText;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of findings as files. */
@Controller
class FindingExportController {
    /** Says that a file does not hold all that was asked for, since it would be too long. */
    private static final String CUT = "X-Kanilint-Cut-After";

    private final FindingQueries findings;
    private final String publicUrl;
    private final int limit;

    FindingExportController(
            FindingQueries findings, PublicUrl publicUrl, @Value("${kanilint.dashboard.export-rows}") int limit) {
        this.findings = findings;
        this.publicUrl = publicUrl.of("");
        this.limit = limit;
    }

    @GetMapping("/findings.csv")
    void csv(
            @RequestParam Map<String, String> request,
            @AuthenticationPrincipal Account account,
            HttpServletResponse response)
            throws IOException {
        FindingExport export = begin(request, account, response, "text/csv", "csv");
        new FindingCsv(response.getWriter(), publicUrl).write(export);
    }

    @GetMapping("/findings.json")
    void json(
            @RequestParam Map<String, String> request,
            @AuthenticationPrincipal Account account,
            HttpServletResponse response)
            throws IOException {
        FindingExport export = begin(request, account, response, "application/json", "json");
        JsonText.write(response.getWriter(), json -> new FindingJson(json, publicUrl).write(export));
    }

    @GetMapping("/findings.sarif")
    void sarif(
            @RequestParam Map<String, String> request,
            @AuthenticationPrincipal Account account,
            HttpServletResponse response)
            throws IOException {
        FindingExport export = begin(request, account, response, "application/sarif+json", "sarif");
        JsonText.write(response.getWriter(), json -> new FindingSarif(json, publicUrl).write(export));
    }

    private FindingExport begin(
            Map<String, String> request, Account account, HttpServletResponse response, String type, String ending) {
        FindingExport export = FindingExport.of(findings, FindingFilter.of(request), account.visibility(), limit);
        response.setContentType(type);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"findings.%s\"".formatted(ending));
        if (export.cut()) {
            response.setHeader(CUT, Integer.toString(limit));
        }
        return export;
    }

    @ExceptionHandler
    ResponseEntity<String> wrong(WrongParametersException wrong) {
        return ResponseEntity.badRequest()
                .header("Content-Type", "text/plain;charset=UTF-8")
                .body(String.join("\n", wrong.problems()) + "\n");
    }
}
