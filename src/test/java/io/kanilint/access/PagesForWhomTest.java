package io.kanilint.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.RunningService;
import io.kanilint.SharedService;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which doors are open to whom, and what every answer says to browsers. */
class PagesForWhomTest {
    private static final String PASSWORD = "horse-battery-staple";

    @Test
    void machinesAndStrangersMakeNoSessions() throws Exception {
        try (var service = start("http://localhost:8080")) {
            service.post(BodyPublishers.ofString("{}"));
            service.post(BodyPublishers.ofString("{}"), "X-Gitlab-Token", RunningService.WEBHOOK_TOKEN);
            for (String path : new String[] {
                "/actuator/health/liveness",
                "/assets/kanilint.css",
                "/assets/none.css",
                "/api/v1/x",
                "/",
                "/findings",
                "/rules",
                "/v3/api-docs",
                "/error"
            }) {
                var answer = new Browser(service.port()).get(path);
                assertThat(answer.headers().allValues("Set-Cookie"))
                        .as(path)
                        .allMatch(cookie -> cookie.startsWith("KANILINT_RETURN="));
            }
            assertThat(service.database()
                            .sql("SELECT count(*) FROM spring_session")
                            .query(Integer.class)
                            .single())
                    .isZero();
            assertThat(new Browser(service.port()).get("/rules").statusCode()).isEqualTo(200);
            assertThat(new Browser(service.port()).get("/rules/multi-build-job").statusCode())
                    .isEqualTo(200);
            assertThat(new Browser(service.port()).get("/findings").statusCode())
                    .isEqualTo(302);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example/x", "https://evil.example/x", "/\\evil.example", "/a\r\nLocation: //evil.example"
            })
    void aForgedCookieLeadsNowhereElse(String forged) throws IOException {
        try (var service = start("http://localhost:8080")) {
            var browser = new Browser(service.port());
            for (String value : new String[] {encoded(forged), "no-base64!", "=" + forged.length()}) {
                browser.keep("KANILINT_RETURN", value);
                assertThat(Browser.location(browser.login("admin", PASSWORD))).isEqualTo("/");
            }
            browser.keep("KANILINT_RETURN", encoded("/tokens?from=cookie"));
            assertThat(Browser.location(browser.login("admin", PASSWORD))).isEqualTo("/tokens?from=cookie");
            assertThat(browser.cookie("KANILINT_RETURN")).isEmpty();
        }
    }

    private static String encoded(String path) {
        return Base64.getUrlEncoder().encodeToString(path.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        try (var service = start("http://localhost:8080")) {
            var browser = new Browser(service.port());
            assertThat(browser.post("/login", Map.of("username", "admin", "password", PASSWORD))
                            .statusCode())
                    .isEqualTo(403);
            browser.login("admin", PASSWORD);
            assertThat(browser.post("/tokens", Map.of("name", "x", "scope", "read", "days", "1"))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(browser.post("/logout", Map.of()).statusCode()).isEqualTo(403);
            assertThat(browser.get("/tokens").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void answersTellBrowsersToBeCareful() {
        try (var service = start("https://kanilint.example.com/")) {
            var headers = new Browser(service.port()).get("/login").headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                    .contains(
                            "default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "form-action 'self'");
            assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Strict-Transport-Security")).isPresent();
            assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("no-store");
            assertThat(headers.firstValue("Set-Cookie").orElseThrow())
                    .contains("KANILINT_SESSION", "HttpOnly", "SameSite=Lax", "Secure");
            assertThat(new Browser(service.port())
                            .get("/assets/kanilint.css")
                            .headers()
                            .firstValue("Cache-Control")
                            .orElseThrow())
                    .contains("max-age=31536000", "public");
        }
        try (var service = start("http://localhost:8080")) {
            var headers = new Browser(service.port()).get("/login").headers();
            assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
            assertThat(headers.firstValue("Set-Cookie").orElseThrow()).doesNotContain("Secure");
        }
    }

    @Test
    void aSessionThatIsTooOldEndsAndOneThatCannotBeReadIsNone() {
        try (var service = start("http://localhost:8080")) {
            var browser = new Browser(service.port());
            browser.login("admin", PASSWORD);
            service.database()
                    .sql("UPDATE spring_session_attributes SET attribute_bytes = ? WHERE attribute_name = 'account'")
                    .param(new byte[] {1, 2, 3})
                    .update();
            assertThat(browser.get("/tokens").statusCode()).isEqualTo(302);
        }
        var settings = Map.of("kanilint.access.admin-password", PASSWORD, "kanilint.access.lifetime", "-1s");
        try (var service = RunningService.start(SharedService.gitlab(), settings)) {
            var browser = new Browser(service.port());
            browser.login("admin", PASSWORD);
            assertThat(browser.get("/tokens").statusCode()).isEqualTo(302);
            assertThat(service.database()
                            .sql("SELECT count(*) FROM spring_session")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "\\\\evil.example",
                "/a\\b",
                "/a\r\nb",
                "",
                "evil",
                "/login",
                "/login?next=/",
                "/logout",
                "/oauth2/authorization/gitlab",
                "/error"
            })
    void nobodyIsSentElsewhereAfterTheLogin(String path) {
        assertThat(ReturnPath.own(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/findings?rule=multi-build-job&state=open", "/projects/7", "/logins"})
    void ownPagesAreFoundAgain(String path) {
        assertThat(ReturnPath.own(path)).isTrue();
    }

    private static RunningService start(String publicUrl) {
        return RunningService.start(
                SharedService.gitlab(),
                Map.of("kanilint.access.admin-password", PASSWORD, "kanilint.public-url", publicUrl));
    }
}
