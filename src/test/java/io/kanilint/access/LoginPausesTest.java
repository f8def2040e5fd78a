package io.kanilint.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.Database;
import io.kanilint.RunningService;
import io.kanilint.SharedService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.support.TransactionTemplate;

/** How long who guesses has to wait, and who need not wait for others who guess. */
class LoginPausesTest {
    private final Hand clock = new Hand();

    @ParameterizedTest
    @EnumSource
    void whoSignedInBeforeDoesNotWaitForOthers(Database database) {
        try (var service = start(database)) {
            var pauses = pauses(service);
            assertThat(pauses.claim("192.0.2.1")).isEmpty();
            pauses.forget("192.0.2.1");
            for (int i = 0; i < 60; i++) {
                assertThat(pauses.claim("198.51.100." + i).isPresent()).isEqualTo(i >= 50);
            }
            assertThat(pauses.claim("203.0.113.9")).isPresent();
            assertThat(pauses.claim("192.0.2.1")).isEmpty();
            // His own wrong passwords count.
            for (int i = 0; i < 4; i++) {
                pauses.claim("192.0.2.1");
            }
            assertThat(pauses.claim("192.0.2.1").map(LoginPauses.Pause::first)).contains(true);
            assertThat(pauses.claim("192.0.2.1").map(LoginPauses.Pause::first)).contains(false);
            clock.pass(Duration.ofSeconds(2));
            assertThat(pauses.claim("192.0.2.1")).isEmpty();
            assertThat(pauses.claim("192.0.2.1").map(LoginPauses.Pause::first)).contains(true);
        }
    }

    @ParameterizedTest
    @EnumSource
    void thePauseOfAllIsToldOnce(Database database) {
        try (var service = start(database)) {
            var pauses = pauses(service);
            for (int i = 0; i < 50; i++) {
                assertThat(pauses.claim("198.51.100." + i)).isEmpty();
            }
            assertThat(pauses.claim("203.0.113.1").orElseThrow().first()).isTrue();
            assertThat(pauses.claim("203.0.113.2").orElseThrow().first()).isFalse();
            assertThat(sources(service, "login_attempt")).hasSize(51).doesNotContain("203.0.113.1", "203.0.113.2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void addressesAreForgottenAfterAnHourAndOnlySomeAreKnownAsGood(Database database) {
        try (var service = start(database)) {
            var pauses = pauses(service);
            pauses.claim("198.51.100.1");
            clock.pass(Duration.ofMinutes(59));
            pauses.claim("198.51.100.2");
            assertThat(sources(service, "login_attempt")).contains("198.51.100.1");
            clock.pass(Duration.ofMinutes(2));
            pauses.claim("198.51.100.3");
            assertThat(sources(service, "login_attempt"))
                    .containsExactlyInAnyOrder("*", "198.51.100.2", "198.51.100.3");
            for (int i = 10; i < 35; i++) {
                clock.pass(Duration.ofSeconds(1));
                pauses.forget("192.0.2." + i);
            }
            assertThat(sources(service, "login_source"))
                    .hasSize(20)
                    .contains("192.0.2.34")
                    .doesNotContain("192.0.2.14");
            clock.pass(Duration.ofDays(91));
            pauses.forget("192.0.2.99");
            assertThat(sources(service, "login_source")).containsExactly("192.0.2.99");
        }
    }

    private static List<String> sources(RunningService service, String table) {
        return service.database()
                .sql("SELECT source FROM " + table + " ORDER BY source")
                .query(String.class)
                .list();
    }

    private LoginPauses pauses(RunningService service) {
        return new LoginPauses(service.database(), service.bean(TransactionTemplate.class), clock);
    }

    private static RunningService start(Database database) {
        var settings = new HashMap<>(database.settings());
        settings.put("kanilint.access.admin-password", "horse-battery-staple");
        return RunningService.start(SharedService.gitlab(), settings);
    }

    /** A clock that is moved by hand. */
    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00.123456789Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
