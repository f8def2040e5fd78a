package io.kanilint.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.Database;
import io.kanilint.RunningService;
import io.kanilint.SharedService;
import io.kanilint.access.Account;
import io.kanilint.access.Role;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of findings as a browser gets them. */
class FindingPagesTest {
    private static final String HOSTILE = "=cmd|' /C calc'!A0<script>alert(1)</script>\"><img src=x onerror=alert(1)>";

    private final RunningService service = SharedService.on(Database.H2);
    private final FindingRows rows = new FindingRows(service);
    private final long userId = rows.projectId(500);
    private final Visitor administrator = Visitor.of(service, new Account(Account.LOCAL, "admin", Role.ADMINISTRATOR));
    private final Visitor viewer = Visitor.of(service, new Account(userId, "vera", Role.VIEWER));
    private long seen;
    private long hidden;

    @BeforeEach
    void fill() {
        rows.project(1, "seen");
        rows.project(2, "hidden");
        rows.mergeRequest(1, 7, "main", "merged");
        rows.mergeRequest(2, 7, "main", "merged");
        rows.visible(userId, 1);
        seen = rows.add(1, 7, "same");
        hidden = rows.add(2, 7, "same");
    }

    @Test
    void theListShowsWhatMayBeSeen() throws Exception {
        assertThat(links(administrator.get(address("")).body())).containsExactly(hidden, seen);
        assertThat(links(viewer.get(address("")).body())).containsExactly(seen);
        assertThat(links(viewer.get("/findings?state=all").body())).containsExactly(seen);
        assertThat(links(viewer.get(address("&project=" + group() + "/hidden")).body()))
                .isEmpty();
        assertThat(links(viewer.get(address("&after=MC45OTk5OTk5")).body())).containsExactly(seen);
        assertThat(viewer.get(address("&after=MC45OTk5OTk5OTk5OTk5OTk5OTk5OTk5"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatIsAtStakeIsTold() throws Exception {
        assertThat(administrator.get("/findings/" + seen).body()).doesNotContain("flask");
        service.database()
                .sql("UPDATE finding SET stake = 'Both install <flask>.' WHERE id = ?")
                .param(seen)
                .update();
        assertThat(administrator.get("/findings/" + seen).body()).contains("Both install &lt;flask&gt;.");
    }

    @Test
    void whatMayNotBeSeenDoesNotExist() throws Exception {
        assertThat(viewer.get("/findings/" + seen).statusCode()).isEqualTo(200);
        assertThat(viewer.get("/findings/" + hidden).statusCode()).isEqualTo(404);
        assertThat(administrator.get("/findings/" + hidden).statusCode()).isEqualTo(200);
        for (String wrong : List.of("999999999999", "0", "-1", "x", "9999999999999999999", "1%20OR%201=1")) {
            assertThat(administrator.get("/findings/" + wrong).statusCode()).isEqualTo(404);
        }
        for (String format : List.of("csv", "json", "sarif")) {
            String export = viewer.get("/findings." + format + "?state=all").body();
            assertThat(export).contains(rows.group(), "/findings/" + seen).doesNotContain("hidden");
        }
    }

    @Test
    void withoutSigningInThereIsNothing() throws Exception {
        var stranger = Visitor.of(service, new Account(userId + 1, "eve", Role.VIEWER));
        assertThat(links(stranger.get("/findings?state=all").body())).isEmpty();
        var client = java.net.http.HttpClient.newHttpClient();
        for (String page : List.of("/findings", "/findings/" + seen, "/findings.csv", "/findings.json")) {
            var answer = client.send(
                    java.net.http.HttpRequest.newBuilder(
                                    java.net.URI.create("http://localhost:" + service.port() + page))
                            .build(),
                    java.net.http.HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login");
        }
    }

    @Test
    void textOfRepositoriesIsInert() throws Exception {
        for (String column : List.of("job", "file", "message")) {
            rows.set(seen, column, HOSTILE);
        }
        rows.detail(seen, "a:\n  b: " + HOSTILE + "\n", HOSTILE, false, "@@ -1 +1 @@\n-" + HOSTILE + "\n+x");
        service.database()
                .sql("UPDATE merge_request SET title = ?, web_url = 'javascript:alert(1)' WHERE project_id = ?")
                .params(HOSTILE, rows.projectId(1))
                .update();
        service.database()
                .sql("UPDATE project SET web_url = 'javascript:alert(1)' WHERE id = ?")
                .param(rows.projectId(1))
                .update();

        String page = viewer.get("/findings/" + seen).body();
        for (String html : List.of(page, viewer.get("/findings").body())) {
            assertThat(html)
                    .contains("&lt;script&gt;")
                    .doesNotContain("<script>", "<img src=x", "javascript:", "onerror=alert(1)>\"");
        }
        assertThat(page).contains("look at it first", "class=\"line removed\"", "class=\"line added\"");
        assertThat(viewer.get("/findings.csv").body())
                .contains(",\"'=cmd|' /C calc'!A0<script>alert(1)</script>\"\"><img src=x onerror=alert(1)>\",");
        assertThat(viewer.get("/findings?text=%3Cscript%3Ealert(1)%3C/script%3E")
                        .body())
                .doesNotContain("<script>alert");
    }

    @Test
    void theFindingIsShownWithItsPlaceItsFixAndLinks() throws Exception {
        rows.set(seen, "file", "ci/a b#?ü.yml");
        rows.set(seen, "thread_id", "abc");
        rows.detail(seen, "build:\n  image: x\n  script:\n    - a\n", "Split the job", true, "@@ -1 +1 @@\n-a\n+b");
        long twin = rows.add(1, 8, "same");

        String page = viewer.get("/findings/" + seen).body();

        assertThat(page)
                .contains("https://gitlab.example.com/seen/-/blob/c0ffee1234567890/ci/a%20b%23%3F%C3%BC.yml#L12")
                .contains("href=\"https://gitlab.example.com/-/merge_requests/7\"")
                .contains("href=\"https://gitlab.example.com/-/merge_requests/7/diffs\"")
                .contains("href=\"/rules/multi-build-job\"")
                .contains("href=\"/findings/" + twin + "\"")
                .contains("safe: the meaning is kept", "Split the job")
                .contains("<span class=\"at\">12</span>")
                .contains("datetime=\"2026-03-01T10:00:00Z\">2026-03-01 10:00 UTC<")
                .doesNotContain("<textarea", "/check");
        assertThat(page.split("class=\"line marked\"", -1)).hasSize(3);
        rows.set(seen, "thread_id", null);
        assertThat(viewer.get("/findings/" + seen).body()).doesNotContain("/diffs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"rule=nope", "from=x", "merge_request=-1&project=x", "text=%00%00%00", "severity=%27", "after=x"
            })
    void whatMeansNothingIsToldOnThePage(String query) throws Exception {
        var page = viewer.get("/findings?" + query);

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("class=\"problem\"", "<form");
        assertThat(viewer.get("/findings?" + query, "HX-Request", "true").statusCode())
                .isEqualTo(200);
        var file = viewer.get("/findings.csv?" + query);
        assertThat(file.statusCode()).isEqualTo(query.startsWith("after") ? 200 : 400);
    }

    @Test
    void theFormShowsWhatWasChosenAndTheAddressIsShort() throws Exception {
        var page = viewer.get(
                "/findings?text=&rule=unknown-flag&state=all&group=&branch=ma%26in&sort=newest", "HX-Request", "true");

        assertThat(page.body())
                .contains("<option value=\"unknown-flag\" selected=\"selected\">")
                .contains("<option value=\"all\" selected=\"selected\">all</option>")
                .contains("<details open=\"open\">", "value=\"ma&amp;in\"")
                .contains("No finding matches these filters");
        assertThat(page.headers().firstValue("HX-Push-Url"))
                .contains("/findings?rule=unknown-flag&state=all&branch=ma%26in");
        assertThat(viewer.get("/findings").body()).doesNotContain("<details open");
    }

    @Test
    void whatIsEmptySaysWhatToDo() throws Exception {
        rows.set(seen, "state", "fixed");
        assertThat(viewer.get("/findings").body()).contains("No finding is open", "/findings?state=all");
        rows.set(seen, "project_id", rows.projectId(99));
        assertThat(viewer.get("/findings").body()).contains("Nothing was found yet");
        try (var empty =
                RunningService.start(SharedService.gitlab(), java.util.Map.of("logging.level.io.kanilint", "error"))) {
            var first = Visitor.of(empty, new Account(Account.LOCAL, "admin", Role.ADMINISTRATOR));
            assertThat(first.get("/findings").body())
                    .contains("Nothing was found yet", "http://localhost:8080/webhooks/gitlab", "Secret token");
        }
    }

    @Test
    void thePagesOfTheListLeadToEachOther() throws Exception {
        for (int i = 0; i < 60; i++) {
            rows.add(1, 9, "many" + i);
        }
        String first = viewer.get("/findings?sort=severity").body();
        assertThat(links(first)).hasSize(50);
        assertThat(first).contains(">61 findings<").doesNotContain(">Previous<");
        String second = viewer.get(link(first, "next")).body();
        assertThat(links(second)).hasSize(11).doesNotContainAnyElementsOf(links(first));
        assertThat(second).doesNotContain(">Next<");
        assertThat(links(viewer.get(link(second, "prev")).body())).isEqualTo(links(first));
    }

    private String group() {
        return rows.group().replace("%", "%25");
    }

    private String address(String more) {
        return "/findings?group=" + group() + more;
    }

    private static String link(String page, String rel) {
        return matches(page, "rel=\"" + rel + "\" href=\"([^\"]+)\"")
                .collect(Collectors.joining())
                .replace("&amp;", "&");
    }

    private static List<Long> links(String page) {
        return matches(page, "href=\"/findings/(\\d+)\"").map(Long::valueOf).toList();
    }

    private static Stream<String> matches(String page, String pattern) {
        return java.util.regex.Pattern.compile(pattern).matcher(page).results().map(match -> match.group(1));
    }
}
