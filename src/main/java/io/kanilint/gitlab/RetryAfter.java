package io.kanilint.gitlab;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * How long an answer asks to wait. {@code Retry-After} comes as seconds or as an HTTP date (RFC 9110, 10.2.3);
 * {@code RateLimit-Reset}, in Unix seconds, comes from GitLab's first limiter only (its "User and IP rate limits").
 */
final class RetryAfter {
    /** A wrong clock or a wild value must not park a review for days. */
    private static final Duration MOST = Duration.ofHours(1);

    private RetryAfter() {}

    static Optional<Duration> read(int status, HttpHeaders headers, Instant now) {
        Optional<Duration> asked = headers.firstValue("Retry-After").flatMap(value -> wait(value.strip(), now));
        if (asked.isPresent() || status != 429) {
            return asked;
        }
        return headers.firstValue("RateLimit-Reset").flatMap(value -> until(value.strip(), now));
    }

    private static Optional<Duration> wait(String value, Instant now) {
        if (isNumber(value)) {
            return Optional.of(bounded(Duration.ofSeconds(Long.parseLong(value))));
        }
        try {
            Instant date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(bounded(Duration.between(now, date)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> until(String unixSeconds, Instant now) {
        return isNumber(unixSeconds)
                ? Optional.of(bounded(Duration.between(now, Instant.ofEpochSecond(Long.parseLong(unixSeconds)))))
                : Optional.empty();
    }

    private static boolean isNumber(String value) {
        return value.matches("\\d{1,11}");
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(MOST) > 0 ? MOST : wait;
    }
}
