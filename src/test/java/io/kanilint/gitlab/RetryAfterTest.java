package io.kanilint.gitlab;

import static io.kanilint.gitlab.Asked.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            30                            | PT30S
            0                             | PT0S
            ' 7 '                         | PT7S
            86400                         | PT1H
            99999999999                   | PT1H
            Sun, 01 Mar 2026 12:01:30 GMT | PT1M30S
            Sun, 01 Mar 2026 11:00:00 GMT | PT0S
            """)
    void readsSecondsAndDates(String value, Duration wait) {
        assertThat(RetryAfter.read(503, headers("Retry-After", value), NOW)).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "999999999999999999999"})
    void passesOverWhatIsNeither(String value) {
        assertThat(RetryAfter.read(429, headers("Retry-After", value), NOW)).isEmpty();
    }

    @Test
    void fallsBackToTheResetOfTheRateLimit() {
        String reset = Long.toString(NOW.getEpochSecond() + 42);
        assertThat(RetryAfter.read(429, headers("RateLimit-Reset", reset), NOW)).contains(Duration.ofSeconds(42));
        // GitLab sends it with every answer; only with 429 it says that we have to wait.
        assertThat(RetryAfter.read(500, headers("RateLimit-Reset", reset), NOW)).isEmpty();
    }

    private static HttpHeaders headers(String name, String value) {
        return HttpHeaders.of(Map.of(name, List.of(value)), (_, _) -> true);
    }
}
