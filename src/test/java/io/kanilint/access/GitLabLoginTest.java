package io.kanilint.access;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.Database;
import io.kanilint.RunningService;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The login with GitLab: who gets in as what, and what is kept of it. */
@ExtendWith(OutputCaptureExtension.class)
class GitLabLoginTest {
    private static final String START = "/oauth2/authorization/gitlab";

    private final LoginAtGitLab gitlab = new LoginAtGitLab();

    @AfterEach
    void close() {
        gitlab.close();
    }

    @ParameterizedTest
    @EnumSource
    void aViewerSeesHisProjectsAndOnlyTheirIdsAreKept(Database database, CapturedOutput output) {
        gitlab.projects(okJson("[{\"id\": 7, \"name\": \"secret plans\"}, {\"id\": 9}]"));
        try (var service = gitlab.service(database.settings())) {
            var browser = new Browser(service.port());
            assertThat(browser.visit("/tokens").body())
                    .contains("Sign in with GitLab")
                    .doesNotContain("password");
            gitlab.next("42", "mia", "shop/backend", "other");
            var page = browser.visit(START);
            assertThat(page.uri().getPath()).isEqualTo("/tokens");
            assertThat(page.body()).contains("mia", "Your tokens").doesNotContain("Audit log");
            assertThat(browser.get("/audit").statusCode()).isEqualTo(403);
            assertThat(visible(service, 42)).containsExactly(7L, 9L);

            var asked = gitlab.asked().getFirst();
            assertThat(asked.getUrl())
                    .contains("membership=true", "min_access_level=20", "simple=true", "pagination=keyset");
            assertThat(asked.containsHeader("PRIVATE-TOKEN")).isFalse();
            String accessToken = asked.getHeader("Authorization").substring("Bearer ".length());
            assertThat(kept(service))
                    .contains("mia")
                    .doesNotContain(accessToken, LoginAtGitLab.CLIENT_SECRET, "eyJ", "secret plans");
            assertThat(output.toString()).doesNotContain(accessToken, LoginAtGitLab.CLIENT_SECRET, "eyJ");
        }
    }

    @Test
    void groupsDecideTheRoleByTheirExactPath() {
        try (var service = gitlab.service(Map.of())) {
            var admin = new Browser(service.port());
            gitlab.next("1", "ada", "shop", "platform/admins");
            admin.visit(START);
            assertThat(admin.get("/audit").statusCode()).isEqualTo(200);
            assertThat(gitlab.asked()).isEmpty();

            var nobody = new Browser(service.port());
            for (String group : List.of("platform", "platform/admins/more", "Platform/Admins", "shop/backend2")) {
                gitlab.next("2", "eve", group);
                assertThat(nobody.visit(START).body())
                        .contains("none of your groups", "Ask its administrator")
                        .doesNotContain("platform/admins");
                assertThat(nobody.get("/tokens").statusCode()).isEqualTo(302);
            }
        }
    }

    @Test
    void anOldAnswerIsAskedForAgain() {
        gitlab.projects(okJson("[{\"id\": 7}]"));
        try (var service = gitlab.service(Map.of())) {
            var browser = new Browser(service.port());
            gitlab.next("42", "mia", "shop");
            browser.visit(START);
            assertThat(browser.get("/tokens").statusCode()).isEqualTo(200);

            age(service);
            assertThat(Browser.location(browser.get("/tokens"))).isEqualTo(START);
            var htmx =
                    browser.get("/tokens", "HX-Request", "true", "HX-Current-URL", "http://localhost/tokens?from=htmx");
            assertThat(htmx.statusCode()).isEqualTo(401);
            assertThat(htmx.headers().firstValue("HX-Redirect")).contains(START);
            gitlab.projects(okJson("[{\"id\": 8}]"));
            gitlab.next("42", "mia", "shop");
            assertThat(browser.visit(START).uri())
                    .hasToString("http://localhost:" + service.port() + "/tokens?from=htmx");
            assertThat(visible(service, 42)).containsExactly(8L);

            // A role that was taken away in another browser counts at once.
            service.database()
                    .sql("UPDATE gitlab_account SET role = 'administrator'")
                    .update();
            assertThat(Browser.location(browser.get("/tokens"))).isEqualTo(START);

            gitlab.next("42", "mia", "elsewhere");
            assertThat(browser.visit(START).body()).contains("none of your groups");
            assertThat(browser.get("/tokens").statusCode()).isEqualTo(302);
            assertThat(visible(service, 42)).isEmpty();
            assertThat(sessions(service)).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void openPagesShowNoFiguresToWhoIsNoLongerTrusted() {
        try (var service = gitlab.service(Map.of())) {
            var browser = new Browser(service.port());
            gitlab.next("1", "ada", "platform/admins");
            browser.visit(START);
            assertThat(browser.get("/rules").body()).contains("Open findings", "Found right", "ada");

            age(service);
            assertStranger(browser);
            service.database()
                    .sql("UPDATE gitlab_account SET checked_at = CURRENT_TIMESTAMP")
                    .update();
            assertThat(browser.get("/rules").body()).contains("Open findings");

            service.database().sql("UPDATE gitlab_account SET role = 'viewer'").update();
            assertStranger(browser);
            service.bean(GitLabAccounts.class).forget(1);
            assertStranger(browser);
        }
    }

    private static void assertStranger(Browser browser) {
        for (String path : List.of("/rules", "/rules/multi-build-job", "/login", "/rules/none")) {
            var page = browser.get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(path.endsWith("none") ? 404 : 200);
            assertThat(page.body())
                    .as(path)
                    .doesNotContain("Open findings", "Found right", "open findings", "ada<", "Audit log");
        }
    }

    @Test
    void theListOfProjectsMayFailAndThenNobodyComesIn() {
        gitlab.projects(status(500));
        try (var service = gitlab.service(Map.of())) {
            var browser = new Browser(service.port());
            gitlab.next("42", "mia", "shop");
            assertThat(browser.visit(START).body()).contains("GitLab could not tell who you are");
            assertThat(browser.get("/tokens").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void startsWhileGitLabIsAwayAndAsksItsOwnAddressesBelowAPath() {
        var settings = new HashMap<String, String>();
        String away = "http://127.0.0.1:" + LoginAtGitLab.freePort() + "/git";
        settings.put("kanilint.gitlab.url", away + "/");
        settings.put("kanilint.login.authorize-url", "");
        settings.put("kanilint.login.token-url", "");
        try (var service = gitlab.service(settings)) {
            var browser = new Browser(service.port());
            String there = Browser.location(browser.get(START));
            assertThat(there)
                    .startsWith(away + "/oauth/authorize?")
                    .contains(
                            "code_challenge_method=S256",
                            "scope=openid%20profile%20read_api",
                            "redirect_uri=http://localhost:" + service.port() + "/login/oauth2/code/gitlab");
            String state = there.replaceAll(".*[?&]state=([^&]+).*", "$1");
            var back = browser.visit("/login/oauth2/code/gitlab?code=abc&state=" + state);
            assertThat(back.body()).contains("GitLab could not tell who you are");
            assertThat(browser.visit("/login/oauth2/code/gitlab?code=abc&state=" + state)
                            .body())
                    .contains("Please sign in again");
        }
    }

    @Test
    void whatWasNotAskedOfGitLabIsNotRecorded(CapturedOutput output) {
        String away = "http://127.0.0.1:" + LoginAtGitLab.freePort();
        try (var service = gitlab.service(Map.of("kanilint.login.token-url", away + "/oauth/token"))) {
            var browser = new Browser(service.port());
            for (String query : List.of("", "?code=abc", "?state=x", "?code=abc&state=x", "?error=bad&state=x")) {
                assertThat(Browser.location(browser.get("/login/oauth2/code/gitlab" + query)))
                        .as(query)
                        .isEqualTo("/login?again");
            }
            assertThat(Browser.location(browser.get("/login/oauth2/code/other?code=abc&state=x")))
                    .isEqualTo("/login?again");
            assertThat(output).doesNotContain("Somebody c");

            for (String error : List.of("made_up", "made_up_too", GitLabUsers.NOT_LET_IN)) {
                String back = "/login/oauth2/code/gitlab?state=" + state(browser);
                assertThat(Browser.location(browser.get(back + "&error=" + error)))
                        .isEqualTo("/login?failed");
            }
            assertThat(output.toString().split("came back from GitLab's login with an error: made_up", -1))
                    .hasSize(2);
            assertThat(actions(service)).isEmpty();

            for (int i = 0; i < 3; i++) {
                String back = "/login/oauth2/code/gitlab?state=" + state(browser);
                assertThat(Browser.location(browser.get(back + "&code=abc"))).isEqualTo("/login?failed");
            }
            assertThat(actions(service)).containsExactly("sign-in failed");
            assertThat(output.toString().split("Somebody could not sign in with GitLab", -1))
                    .hasSize(2);
        }
    }

    private static String state(Browser browser) {
        return Browser.location(browser.get(START)).replaceAll(".*[?&]state=([^&]+).*", "$1");
    }

    private static List<String> actions(RunningService service) {
        return service.database()
                .sql("SELECT action FROM audit_entry ORDER BY id")
                .query(String.class)
                .list();
    }

    private static void age(RunningService service) {
        service.database()
                .sql("UPDATE gitlab_account SET checked_at = checked_at - INTERVAL '61' MINUTE")
                .update();
    }

    private static List<Long> visible(RunningService service, long user) {
        return service.database()
                .sql("SELECT project_id FROM visible_project WHERE user_id = ? ORDER BY project_id")
                .param(user)
                .query(Long.class)
                .list();
    }

    private static int sessions(RunningService service) {
        return service.database()
                .sql("SELECT count(*) FROM spring_session")
                .query(Integer.class)
                .single();
    }

    /** All that a login writes into the database. */
    private static String kept(RunningService service) {
        var text = new StringBuilder();
        service.database()
                .sql("SELECT attribute_bytes FROM spring_session_attributes")
                .query((row, _) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                .list()
                .forEach(text::append);
        for (String table : List.of("spring_session", "gitlab_account", "visible_project", "audit_entry")) {
            text.append(service.database().sql("SELECT * FROM " + table).query().listOfRows());
        }
        return text.toString();
    }
}
