package io.kanilint.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.kanilint.Database;
import io.kanilint.RunningService;
import io.kanilint.SharedService;
import io.kanilint.demo.Seed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys to the REST API: made on a page, and what each opens. */
class ApiTokensTest {
    private static final String PASSWORD = "horse-battery-staple";
    private static final Pattern KEY = Pattern.compile("kani_[\\w-]{43}");
    private static final Account VIEWER = new Account(42, "mia", Role.VIEWER);

    @ParameterizedTest
    @EnumSource
    void aTokenIsShownOnceOpensTheApiAndCanBeRevoked(Database database) throws Exception {
        try (var service = start(database)) {
            var browser = new Browser(service.port());
            browser.login("admin", PASSWORD);
            var shown = browser.submit(
                    "/tokens", "/tokens", Map.of("name", "nightly <report>", "scope", "read", "days", "30"));
            var key = KEY.matcher(shown.body());
            assertThat(key.find()).isTrue();
            String read = key.group();
            assertThat(browser.get("/tokens").body())
                    .contains("nightly &lt;report&gt;", "never")
                    .doesNotContain(read);
            assertThat(kept(service)).contains("nightly").doesNotContain(read);

            assertThat(call(service, "GET", "/v3/api-docs", read).statusCode()).isEqualTo(200);
            assertThat(call(service, "GET", "/api/v1/nothing", read).statusCode())
                    .isEqualTo(404);
            problem(call(service, "POST", "/api/v1/nothing", read), 403, "scope write");
            problem(call(service, "GET", "/api/v1/nothing", ""), 401, "/tokens");
            problem(call(service, "GET", "/api/v1/nothing", "kani_" + "x".repeat(43)), 401, "unknown");
            problem(call(service, "GET", "/api/v1/nothing", "' OR 1=1 --"), 401, "unknown");
            assertThat(browser.get("/tokens").body()).doesNotContain("never");
            assertThat(browser.get("/api/v1/nothing").statusCode()).isEqualTo(401);
            assertThat(browser.get("/v3/api-docs").statusCode()).isEqualTo(200);

            String write = tokens(service).make(admin(), "robot", true, 1, "");
            assertThat(call(service, "POST", "/api/v1/nothing", write).statusCode())
                    .isEqualTo(404);

            long id = tokens(service).visibleTo(admin()).getLast().id();
            assertThat(Browser.location(browser.submit("/tokens", "/tokens/" + id + "/revoke", Map.of())))
                    .isEqualTo("/tokens");
            problem(call(service, "GET", "/api/v1/nothing", read), 401, "revoked");
            service.database()
                    .sql("UPDATE api_token SET expires_at = created_at")
                    .update();
            problem(call(service, "GET", "/api/v1/nothing", write), 401, "expired");
            for (String days : List.of("0", "366")) {
                assertThat(browser.submit("/tokens", "/tokens", Map.of("name", "x", "scope", "read", "days", days))
                                .statusCode())
                        .isEqualTo(400);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aViewersTokenCountsAsLongAsGitLabsAnswer(Database database) throws Exception {
        try (var service = start(database)) {
            service.bean(GitLabAccounts.class).keep(VIEWER, List.of(7L));
            String key = tokens(service).make(VIEWER, "mine", false, 365, "");
            String foreign = tokens(service).make(admin(), "the administrator's", false, 365, "");
            assertThat(tokens(service).visibleTo(VIEWER))
                    .extracting(ApiToken::name)
                    .containsExactly("mine");
            assertThat(call(service, "GET", "/api/v1/nothing", key).statusCode())
                    .isEqualTo(404);
            assertThatThrownBy(() -> tokens(service).make(VIEWER, "x", true, 1, ""))
                    .isInstanceOf(IllegalArgumentException.class);
            long other = tokens(service).visibleTo(admin()).getFirst().id();
            assertThat(tokens(service).revoke(VIEWER, other, "")).isFalse();
            assertThat(call(service, "GET", "/api/v1/nothing", foreign).statusCode())
                    .isEqualTo(404);

            age(service, 25);
            problem(call(service, "GET", "/api/v1/nothing", key), 403, "sign in again");
            service.bean(GitLabAccounts.class).keep(new Account(42, "mia", Role.ADMINISTRATOR), List.of());
            age(service, 25);
            assertThat(call(service, "GET", "/api/v1/nothing", key).statusCode())
                    .isEqualTo(404);
            age(service, 30 * 24);
            problem(call(service, "GET", "/api/v1/nothing", key), 403, "sign in again");
            service.bean(GitLabAccounts.class).forget(42);
            problem(call(service, "GET", "/api/v1/nothing", key), 403, "does not let the owner");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherPasswordEndsTheTokensOfTheOld(Database database) throws Exception {
        var settings = new HashMap<>(settings(database));
        String local;
        String ada;
        var user = new Account(1, "ada", Role.ADMINISTRATOR);
        try (var service = RunningService.start(SharedService.gitlab(), settings)) {
            local = tokens(service).make(admin(), "robot", true, 365, "");
            service.bean(GitLabAccounts.class).keep(user, List.of());
            ada = tokens(service).make(user, "hers", true, 365, "");
        }
        try (var same = RunningService.start(SharedService.gitlab(), settings)) {
            assertThat(call(same, "GET", "/api/v1/nothing", local).statusCode()).isEqualTo(404);
        }
        settings.put("kanilint.access.admin-password", "another-long-password");
        try (var service = RunningService.start(SharedService.gitlab(), settings)) {
            problem(call(service, "GET", "/api/v1/nothing", local), 401, "revoked");
            assertThat(call(service, "GET", "/api/v1/nothing", ada).statusCode())
                    .isEqualTo(404);
            assertThat(kept(service)).contains("tokens revoked", "all of admin: 1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutTheLoginWithGitLabItsPeoplesTokensAreRefused(Database database) throws Exception {
        var settings = new HashMap<>(settings(database));
        var user = new Account(1, "ada", Role.ADMINISTRATOR);
        String ada;
        try (var service = RunningService.start(SharedService.gitlab(), settings)) {
            service.bean(GitLabAccounts.class).keep(user, List.of());
            ada = tokens(service).make(user, "hers", true, 365, "");
        }
        settings.remove("kanilint.login.client-id");
        try (var service = RunningService.start(SharedService.gitlab(), settings)) {
            problem(call(service, "GET", "/api/v1/nothing", ada), 403, "does not let the owner");
            String local = tokens(service).make(admin(), "robot", false, 1, "");
            assertThat(call(service, "GET", "/api/v1/nothing", local).statusCode())
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theAuditLogTellsWhichAccountAndWhichToken(Database database) throws Exception {
        var service = SharedService.on(database);
        var mergeRequest = SharedService.adding(Seed.CI_FILE);
        service.review(mergeRequest, "open");
        long finding = service.database()
                .sql("SELECT min(id) FROM finding WHERE project_id = ?")
                .param(mergeRequest.project().id())
                .query(Long.class)
                .single();
        // A user of GitLab who has the name of the local administrator.
        var user = new Account(77_001, "admin", Role.ADMINISTRATOR);
        service.bean(GitLabAccounts.class).keep(user, List.of());
        String key = tokens(service).make(user, "robot", true, 1, "");
        long token = tokens(service).visibleTo(user).getFirst().id();
        assertThat(call(service, "POST", "/api/v1/findings/" + finding + "/check-again", key)
                        .statusCode())
                .isEqualTo(202);
        service.settle(mergeRequest);

        assertThat(service.bean(Audit.class).before(Long.MAX_VALUE, 50).stream()
                        .filter(entry -> entry.userId() != null && entry.userId() == 77_001))
                .extracting(AuditEntry::action, AuditEntry::who, AuditEntry::tokenId)
                .containsExactly(tuple("check_again", "admin", token), tuple("token made", "admin", null));
        var browser = new Browser(service.port());
        browser.login("admin", "a-password-for-tests");
        assertThat(browser.get("/audit").body())
                .contains(
                        ", GitLab user 77001",
                        ", with token " + token,
                        "token " + token + ", write",
                        ", local administrator");
    }

    private static void age(RunningService service, int hours) {
        service.database()
                .sql("UPDATE gitlab_account SET checked_at = checked_at - INTERVAL '%d' HOUR".formatted(hours))
                .update();
    }

    private static Account admin() {
        return new Account(Account.LOCAL, "admin", Role.ADMINISTRATOR);
    }

    private static ApiTokens tokens(RunningService service) {
        return service.bean(ApiTokens.class);
    }

    private static void problem(HttpResponse<String> answer, int status, String words) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"status\": " + status, words);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    private static String kept(RunningService service) {
        return List.of("api_token", "audit_entry").stream()
                .map(table -> service.database()
                        .sql("SELECT * FROM " + table)
                        .query()
                        .listOfRows()
                        .toString())
                .reduce("", String::concat);
    }

    private static HttpResponse<String> call(RunningService service, String method, String path, String key)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + service.port() + path))
                .method(method, BodyPublishers.noBody());
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    (key.isEmpty() ? request : request.header("Authorization", "Bearer " + key)).build(),
                    BodyHandlers.ofString());
        }
    }

    private static RunningService start(Database database) {
        return RunningService.start(SharedService.gitlab(), settings(database));
    }

    private static Map<String, String> settings(Database database) {
        var settings = new HashMap<>(database.settings());
        settings.put("kanilint.access.admin-password", PASSWORD);
        settings.put("kanilint.login.client-id", "an-application-for-tests");
        settings.put("kanilint.login.client-secret", "a-client-secret-for-tests");
        return settings;
    }
}
