package io.kanilint.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.Database;
import io.kanilint.RunningService;
import io.kanilint.SharedService;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The local administrator: how he gets in, and how nobody else does. */
@ExtendWith(OutputCaptureExtension.class)
class PasswordLoginTest {
    private static final String PASSWORD = "horse-battery-staple";

    @ParameterizedTest
    @EnumSource
    void theRightPasswordOpensThePageThatWasAskedFor(Database database) {
        try (var service = start(database.settings())) {
            var browser = new Browser(service.port());
            var asked = browser.get("/audit?before=77");
            assertThat(asked.statusCode()).isEqualTo(302);
            assertThat(Browser.location(asked)).isEqualTo("/login");
            browser.get("/login");
            String before = browser.cookie("KANILINT_SESSION").orElseThrow().getValue();
            assertThat(lifetime(service))
                    .as("of a session in which nobody is signed in")
                    .isEqualTo(300);
            var in = browser.login("admin", PASSWORD);
            assertThat(Browser.location(in)).isEqualTo("/audit?before=77");
            assertThat(browser.cookie("KANILINT_SESSION").orElseThrow().getValue())
                    .isNotEqualTo(before);
            assertThat(browser.follow(in).body()).contains("Audit log", "Sign out");
            assertThat(sessions(service)).isEqualTo(1);

            var wrong = new Browser(service.port()).login("admin", "wrong");
            assertThat(Browser.location(wrong)).isEqualTo("/login?error");
            assertThat(browser.visit("/audit").body())
                    .contains("signed in", "sign-in failed")
                    .doesNotContain(PASSWORD);

            assertThat(Browser.location(browser.submit("/audit", "/logout", Map.of())))
                    .isEqualTo("/login?out");
            assertThat(Browser.location(browser.get("/audit"))).isEqualTo("/login");
            assertThat(service.database()
                            .sql("SELECT action FROM audit_entry ORDER BY id")
                            .query(String.class)
                            .list())
                    .containsExactly("signed in", "sign-in failed", "signed out");
        }
    }

    @ParameterizedTest
    @EnumSource
    void guessingIsSlowedDownAndTellsNothing(Database database) {
        try (var service = start(database.settings())) {
            var browser = new Browser(service.port());
            for (int i = 0; i < 5; i++) {
                assertThat(Browser.location(browser.login(i % 2 == 0 ? "admin" : "root", "guess-" + i)))
                        .isEqualTo("/login?error");
            }
            var paused = browser.login("admin", PASSWORD);
            assertThat(Browser.location(paused)).matches("/login\\?wait=[12]");
            assertThat(browser.follow(paused).body()).contains("Try again in", "seconds");
            browser.login("admin", PASSWORD);
            assertThat(service.database()
                            .sql("SELECT count(*) FROM audit_entry WHERE action = 'sign-in paused'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
            service.database()
                    .sql("UPDATE login_attempt SET paused_until = last_at")
                    .update();
            assertThat(Browser.location(browser.login("admin", PASSWORD))).isEqualTo("/");
            assertThat(service.database()
                            .sql("SELECT count(*) FROM login_attempt WHERE source <> '*'")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void pausesGrowToAMinuteAndNoFurther() {
        assertThat(List.of(1, 4, 5, 6, 8, 11, 12, 1000).stream()
                        .map(failures -> LoginPauses.pause(failures, 5, Duration.ofMinutes(1))
                                .toSeconds()))
                .containsExactly(0L, 0L, 1L, 2L, 8L, 60L, 60L, 60L);
    }

    @Test
    void aNetworkCountsAsOneWhoGuesses() {
        assertThat(Source.network("192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(Source.network("2001:db8::1"))
                .isEqualTo(Source.network("2001:db8:0:0:ffff:1:2:3"))
                .isNotEqualTo(Source.network("2001:db8:0:1::1"));
        assertThat(Source.network("x".repeat(5000))).hasSize(100);
    }

    @Test
    void anotherPasswordInTheSettingsEndsTheSessionsOfTheOld() {
        Map<String, String> database = Database.H2.settings();
        try (var first = start(database)) {
            var browser = new Browser(first.port());
            browser.login("admin", PASSWORD);
            try (var same = start(database)) {
                assertThat(sessions(same)).isEqualTo(1);
            }
            var settings = new HashMap<>(database);
            settings.put("kanilint.access.admin-password", "another-long-password");
            try (var second = start(settings)) {
                assertThat(sessions(second)).isZero();
                var again = new Browser(second.port());
                assertThat(Browser.location(again.login("admin", PASSWORD))).isEqualTo("/login?error");
                assertThat(Browser.location(again.login("admin", "another-long-password")))
                        .isEqualTo("/");
            }
        }
    }

    @Test
    void aMadeUpPasswordIsShownOnceAndKeptAsAHash(CapturedOutput output) {
        Map<String, String> database = Database.H2.settings();
        var settings = new HashMap<>(database);
        settings.put("kanilint.access.admin-password", "");
        try (var service = start(settings)) {
            var shown = Pattern.compile("with the password (\\S+)").matcher(output);
            assertThat(shown.find()).isTrue();
            String password = shown.group(1);
            assertThat(password).hasSize(24);
            assertThat(Browser.location(new Browser(service.port()).login("admin", password)))
                    .isEqualTo("/");
            assertThat(service.database()
                            .sql("SELECT password_hash FROM local_administrator")
                            .query(String.class)
                            .single())
                    .startsWith("$2a$")
                    .doesNotContain(password);
            try (var again = start(settings)) {
                assertThat(Browser.location(new Browser(again.port()).login("admin", password)))
                        .isEqualTo("/");
            }
            assertThat(output.toString().split("with the password ", -1)).hasSize(2);
        }
    }

    @Test
    void aRestartKeepsSessions() {
        Map<String, String> database = Database.H2.settings();
        Browser browser;
        int port;
        try (var service = start(database)) {
            port = service.port();
            browser = new Browser(port);
            browser.login("admin", PASSWORD);
        }
        var settings = new HashMap<>(database);
        settings.put("server.port", Integer.toString(port));
        try (var _ = start(settings)) {
            assertThat(browser.get("/tokens").statusCode()).isEqualTo(200);
        }
    }

    private static int lifetime(RunningService service) {
        return service.database()
                .sql("SELECT max(max_inactive_interval) FROM spring_session")
                .query(Integer.class)
                .single();
    }

    private static int sessions(RunningService service) {
        return service.database()
                .sql("SELECT count(*) FROM spring_session")
                .query(Integer.class)
                .single();
    }

    private static RunningService start(Map<String, String> more) {
        var settings =
                new HashMap<>(Map.of("kanilint.access.admin-password", PASSWORD, "logging.level.io.kanilint", "warn"));
        settings.putAll(more);
        return RunningService.start(SharedService.gitlab(), settings);
    }
}
