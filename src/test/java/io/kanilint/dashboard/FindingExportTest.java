package io.kanilint.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.kanilint.Database;
import io.kanilint.SharedService;
import io.kanilint.access.Account;
import io.kanilint.access.Role;
import io.kanilint.access.Visibility;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Findings as files. */
class FindingExportTest {
    private final FindingRows rows = new FindingRows(SharedService.on(Database.H2));
    private final Visitor administrator =
            Visitor.of(SharedService.on(Database.H2), new Account(Account.LOCAL, "admin", Role.ADMINISTRATOR));

    @Test
    void csvHasAHeaderAndALineForEach() throws Exception {
        fill();
        var file = export("csv");

        assertThat(file.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(file.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"findings.csv\"");
        assertThat(file.body().split("\r\n"))
                .containsExactly("""
                severity,rule,project,job,file,line,merge_request,merge_request_title,state,brought_in,message,first_seen,\
                last_seen,fixed,fingerprint,url""", """
                error,multi-build-job,%s/images,"b""u,ild",.gitlab-ci.yml,12,7,Change 7,ignored,true,Two images.,\
                2026-03-01T10:00:00Z,2026-03-01T10:00:00Z,,two,http://localhost:8080/findings/%d""".formatted(rows.group(), second), """
                error,multi-build-job,%s/images,build,.gitlab-ci.yml,12,7,Change 7,open,true,Two images.,\
                2026-03-01T10:00:00Z,2026-03-01T10:00:00Z,,one,http://localhost:8080/findings/%d""".formatted(rows.group(), first));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            =1+1    | ~=1+1
            +1      | ~+1
            -1      | ~-1
            @SUM    | ~@SUM
            a=b     | a=b
            a;b     | a;b
            a;=1    | a;~=1
            a;+1    | a;~+1
            a;-1    | a;~-1
            a;@SUM  | a;~@SUM
            a; =1   | a;~ =1
            a^=1    | a^~=1
            a^b     | a^b
            ^=1     | ~^~=1
            ^a      | ~^a
            ＝1      | ~＝1
            ＋1      | ~＋1
            －1      | ~－1
            ＠SUM    | ~＠SUM
            a;＝1    | a;~＝1
            """)
    void formulasAreDefused(String job, String cell) throws Exception {
        fill();
        rows.set(first, "job", job.replace('^', '\t'));

        assertThat(export("csv").body()).contains("," + cell.replace('~', '\'').replace('^', '\t') + ",.gitlab");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a^=1     | "a^~=1"
            ^=1      | "~^~=1"
            a;"=1"   | "a;~\""=1\"""
            """)
    void formulasAreDefusedInQuotesToo(String job, String cell) throws Exception {
        fill();
        for (String end : List.of("\n", "\r\n")) {
            rows.set(first, "job", job.replace("^", end));

            String written = cell.replace('~', '\'').replace("^", end);
            assertThat(export("csv").body()).contains("," + written + ",.gitlab");
        }
    }

    @Test
    void jsonHasTheFieldsOfTheCommandLineAndWhereItIsFrom() throws Exception {
        fill();
        JsonNode file = JsonMapper.shared().readTree(export("json").body());

        assertThat(file.get("schema_version").asInt()).isEqualTo(1);
        assertThat(file.at("/tool/name").asString()).isEqualTo("kanilint");
        assertThat(file.get("more").asBoolean()).isFalse();
        assertThat(file.get("findings")).hasSize(2);
        JsonNode finding = file.at("/findings/1");
        assertThat(finding.get("rule").asString()).isEqualTo("multi-build-job");
        assertThat(finding.at("/start/line").asInt()).isEqualTo(12);
        assertThat(finding.at("/project/path").asString()).isEqualTo(rows.group() + "/images");
        assertThat(finding.at("/merge_request/iid").asLong()).isEqualTo(7);
        assertThat(finding.get("state").asString()).isEqualTo("open");
        assertThat(finding.get("first_seen").asString()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(finding.has("fixed")).isFalse();
        assertThat(finding.at("/project/url").asString()).isEqualTo("https://gitlab.example.com/images");
        assertThat(finding.at("/merge_request/url").asString())
                .isEqualTo("https://gitlab.example.com/-/merge_requests/7");
    }

    @Test
    void jsonHasNoAddressesThatAreNoneOfTheWeb() throws Exception {
        fill();
        for (String table :
                List.of("project SET web_url = ? WHERE id", "merge_request SET web_url = ? WHERE project_id")) {
            SharedService.on(Database.H2)
                    .database()
                    .sql("UPDATE " + table + " = ?")
                    .params("javascript:alert(1)", rows.projectId(1))
                    .update();
        }

        JsonNode finding = JsonMapper.shared().readTree(export("json").body()).at("/findings/1");

        assertThat(finding.at("/project").has("url")).isFalse();
        assertThat(finding.at("/merge_request").has("url")).isFalse();
        assertThat(finding.at("/merge_request/title").asString()).isEqualTo("Change 7");
    }

    @Test
    void textInSarifMakesNoLinks() throws Exception {
        fill();
        rows.set(first, "message", "Job [b](https://evil.example) of C:\\ci.");

        JsonNode results = JsonMapper.shared().readTree(export("sarif").body()).at("/runs/0/results");

        assertThat(results.at("/1/message/text").asString())
                .isEqualTo("Job \\[b\\](https://evil.example) of C:\\\\ci.");
    }

    @Test
    void sarifObeysTheStandardsSchema() throws Exception {
        fill();
        rows.set(first, "rule", "rule-of-another-time");
        rows.set(first, "line", 0);
        rows.set(first, "severity", "info");
        String text = export("sarif").body();
        try (InputStream schema = getClass().getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                            .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8))
                            .validate(text, InputFormat.JSON))
                    .isEmpty();
        }
        JsonNode results = JsonMapper.shared().readTree(text).at("/runs/0/results");
        assertThat(results).hasSize(2);
        assertThat(results.at("/0/ruleIndex").asInt()).isZero();
        assertThat(results.at("/0/suppressions/0/kind").asString()).isEqualTo("external");
        assertThat(results.at("/0/locations/0/physicalLocation/region/startLine")
                        .asInt())
                .isEqualTo(12);
        assertThat(results.at("/1/level").asString()).isEqualTo("note");
        assertThat(results.at("/1/properties/project").asString()).isEqualTo(rows.group() + "/images");
    }

    @ParameterizedTest
    @EnumSource
    void itEndsAtTheLimitAndSaysSo(Database database) {
        var service = SharedService.on(database);
        var many = new FindingRows(service);
        many.project(1, "many");
        for (int i = 0; i < 2005; i++) {
            many.add(1, 7, "f" + i);
        }
        var queries = service.bean(FindingQueries.class);
        for (String sort : List.of("newest", "severity")) {
            var filter = FindingFilter.of(Map.of("group", many.group(), "sort", sort));
            var all = new ArrayList<Long>();
            var whole = FindingExport.of(queries, filter, new Visibility.All(), 2005);
            whole.each(row -> all.add(row.id()));
            assertThat(whole.cut()).isFalse();
            assertThat(all).hasSize(2005).doesNotHaveDuplicates();

            var out = new StringWriter();
            new FindingCsv(new PrintWriter(out), "http://x")
                    .write(FindingExport.of(queries, filter, new Visibility.All(), 2004));
            assertThat(out.toString().split("\r\n"))
                    .hasSize(2006)
                    .endsWith("There are more. These are the first 2004 findings; filter them to see the others.");
        }
    }

    private long first;
    private long second;

    private void fill() {
        rows.project(1, "images");
        rows.mergeRequest(1, 7, "main", "opened");
        first = rows.add(1, 7, "one");
        second = rows.add(1, 7, "two");
        rows.set(second, "state", "ignored");
        rows.set(second, "job", "b\"u,ild");
    }

    private HttpResponse<String> export(String format) throws Exception {
        return administrator.get(
                "/findings.%s?state=all&group=%s".formatted(format, rows.group().replace("%", "%25")));
    }
}
