package io.kanilint.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Slows down who guesses passwords. Each address waits longer after each wrong password, up to a minute; all addresses
 * together wait up to five seconds, against guessing from many. So nobody can lock the administrator out for long.
 */
@Component
class LoginPauses {
    private static final Duration MEMORY = Duration.ofHours(1);
    private static final String ALL = "*";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    private record Attempts(int failures, Instant lastAt, Instant pausedUntil) {}

    LoginPauses(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Counts an attempt as failed before the password is looked at, so that many at once gain nothing.
     *
     * @return how long to wait where it is too early; then the attempt does not count
     */
    Optional<Duration> claim(String source) {
        Duration wait = transaction.execute(_ -> {
            Instant now = clock.instant();
            Attempts all = attempts(ALL, now);
            Attempts own = attempts(source, now);
            Instant until = all.pausedUntil.isAfter(own.pausedUntil) ? all.pausedUntil : own.pausedUntil;
            if (until.isAfter(now)) {
                return Duration.between(now, until);
            }
            count(ALL, all, pause(all.failures + 1, 50, Duration.ofSeconds(5)), now);
            count(source, own, pause(own.failures + 1, 5, Duration.ofMinutes(1)), now);
            return Duration.ZERO;
        });
        return Optional.ofNullable(wait).filter(Duration::isPositive);
    }

    /** The password was right. */
    void forget(String source) {
        jdbc.sql("DELETE FROM login_attempt WHERE source IN (?, ?) OR last_at < ?")
                .params(source, ALL, clock.instant().minus(MEMORY).atOffset(ZoneOffset.UTC))
                .update();
    }

    static Duration pause(int failures, int free, Duration longest) {
        if (failures < free) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(failures - free, 20));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }

    /** Locks the row; always that of all first, so that no two wait for each other. */
    private Attempts attempts(String source, Instant now) {
        OffsetDateTime longAgo = Instant.EPOCH.atOffset(ZoneOffset.UTC);
        jdbc.sql("INSERT INTO login_attempt (source, failures, last_at, paused_until) VALUES (?, 0, ?, ?)"
                        + " ON CONFLICT DO NOTHING")
                .params(source, longAgo, longAgo)
                .update();
        Attempts known = jdbc.sql("SELECT * FROM login_attempt WHERE source = ? FOR UPDATE")
                .param(source)
                .query((row, _) -> new Attempts(
                        row.getInt("failures"),
                        row.getObject("last_at", OffsetDateTime.class).toInstant(),
                        row.getObject("paused_until", OffsetDateTime.class).toInstant()))
                .single();
        return known.lastAt.isBefore(now.minus(MEMORY)) ? new Attempts(0, now, now) : known;
    }

    private void count(String source, Attempts before, Duration pause, Instant now) {
        jdbc.sql("UPDATE login_attempt SET failures = ?, last_at = ?, paused_until = ? WHERE source = ?")
                .params(
                        before.failures + 1,
                        now.atOffset(ZoneOffset.UTC),
                        now.plus(pause).atOffset(ZoneOffset.UTC),
                        source)
                .update();
    }
}
