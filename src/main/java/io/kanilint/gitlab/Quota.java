package io.kanilint.gitlab;

import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How many requests GitLab lets us send, as its headers {@code RateLimit-…} said last. Without rate limits there are none.
 *
 * @param limit how many in a period, 0 if that was not said
 * @param remaining how many are left of them
 * @param resetsAt when the period ends; null if that was not said
 * @param saidAt when GitLab said so
 */
public record Quota(long limit, long remaining, @Nullable Instant resetsAt, Instant saidAt) {

    /** What holds at a time: when the period is over, all are left again. Empty if it was not said how many that are. */
    Optional<Quota> at(Instant now) {
        if (resetsAt == null || now.isBefore(resetsAt)) {
            return Optional.of(this);
        }
        return limit == 0 ? Optional.empty() : Optional.of(new Quota(limit, limit, null, saidAt));
    }

    static Optional<Quota> read(HttpHeaders headers, Instant now) {
        OptionalLong remaining = number(headers, "RateLimit-Remaining");
        if (remaining.isEmpty()) {
            return Optional.empty();
        }
        OptionalLong reset = number(headers, "RateLimit-Reset");
        return Optional.of(new Quota(
                number(headers, "RateLimit-Limit").orElse(0),
                remaining.getAsLong(),
                reset.isPresent() ? Instant.ofEpochSecond(reset.getAsLong()) : null,
                now));
    }

    /** No more digits than seconds of the years to come: a proxy may write what it likes. */
    private static OptionalLong number(HttpHeaders headers, String name) {
        return headers.firstValue(name).map(String::strip).filter(text -> text.matches("\\d{1,11}")).stream()
                .mapToLong(Long::parseLong)
                .findFirst();
    }
}
