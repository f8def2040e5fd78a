package io.kanilint.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Slows down who guesses passwords. Each address waits longer after each wrong password, up to a minute; all addresses
 * together wait up to five seconds, against guessing from many. Whose turn it is to wait waits with the right password too:
 * so who guesses without end can keep the administrator out, but not from an address from which he signed in before. That
 * one has only its own pause.
 */
@Component
class LoginPauses {
    private static final Duration MEMORY = Duration.ofHours(1);
    private static final Duration MEMORY_OF_GOOD = Duration.ofDays(90);
    private static final int MOST_GOOD = 20;
    private static final String ALL = "*";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    private record Attempts(String source, int failures, Instant lastAt, Instant pausedUntil, boolean told) {}

    /**
     * Why an attempt does not count.
     *
     * @param time how long to wait
     * @param first whether nobody has been told of this pause before
     */
    record Pause(Duration time, boolean first) {}

    LoginPauses(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Counts an attempt as failed before the password is looked at, so that many at once gain nothing. */
    Optional<Pause> claim(String source) {
        return Optional.ofNullable(transaction.execute(_ -> claim(source, now())));
    }

    private @Nullable Pause claim(String source, Instant now) {
        Attempts all = lock(now);
        jdbc.sql("DELETE FROM login_attempt WHERE last_at < ? AND source <> ?")
                .params(utc(now.minus(MEMORY)), ALL)
                .update();
        Attempts own = attempts(source);
        Attempts longer = good(source) || own.pausedUntil.isAfter(all.pausedUntil) ? own : all;
        if (longer.pausedUntil.isAfter(now)) {
            jdbc.sql("UPDATE login_attempt SET told = TRUE WHERE source = ?")
                    .param(longer.source)
                    .update();
            return new Pause(Duration.between(now, longer.pausedUntil), !longer.told);
        }
        count(all, pause(all.failures + 1, 50, Duration.ofSeconds(5)), now);
        count(own, pause(own.failures + 1, 5, Duration.ofMinutes(1)), now);
        return null;
    }

    /** The password was right. */
    void forget(String source) {
        transaction.executeWithoutResult(_ -> {
            Instant now = now();
            lock(now);
            jdbc.sql("UPDATE login_attempt SET failures = 0, paused_until = ? WHERE source = ?")
                    .params(utc(now), ALL)
                    .update();
            jdbc.sql("DELETE FROM login_attempt WHERE source = ?").param(source).update();
            jdbc.sql("DELETE FROM login_source WHERE source = ?").param(source).update();
            jdbc.sql("INSERT INTO login_source (source, last_at) VALUES (?, ?)")
                    .params(source, utc(now))
                    .update();
            jdbc.sql("DELETE FROM login_source WHERE last_at < ? OR source NOT IN"
                            + " (SELECT source FROM login_source ORDER BY last_at DESC, source LIMIT ?)")
                    .params(utc(now.minus(MEMORY_OF_GOOD)), MOST_GOOD)
                    .update();
        });
    }

    static Duration pause(int failures, int free, Duration longest) {
        if (failures < free) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(failures - free, 20));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }

    /** Whoever writes here takes the row of all first, so that no two wait for each other; so it is never deleted. */
    private Attempts lock(Instant now) {
        make(ALL, now);
        jdbc.sql("SELECT source FROM login_attempt WHERE source = ? FOR UPDATE")
                .param(ALL)
                .query(String.class)
                .single();
        Attempts all = attempts(ALL);
        return all.lastAt.isBefore(now.minus(MEMORY)) ? new Attempts(ALL, 0, now, now, false) : all;
    }

    private Attempts attempts(String source) {
        return jdbc.sql("SELECT * FROM login_attempt WHERE source = ?")
                .param(source)
                .query((row, _) -> new Attempts(
                        source,
                        row.getInt("failures"),
                        row.getObject("last_at", OffsetDateTime.class).toInstant(),
                        row.getObject("paused_until", OffsetDateTime.class).toInstant(),
                        row.getBoolean("told")))
                .optional()
                .orElse(new Attempts(source, 0, Instant.EPOCH, Instant.EPOCH, false));
    }

    private void make(String source, Instant now) {
        jdbc.sql("INSERT INTO login_attempt (source, failures, last_at, paused_until, told) VALUES (?, 0, ?, ?, FALSE)"
                        + " ON CONFLICT DO NOTHING")
                .params(source, utc(now), utc(now))
                .update();
    }

    private boolean good(String source) {
        return jdbc.sql("SELECT count(*) FROM login_source WHERE source = ?")
                        .param(source)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void count(Attempts before, Duration pause, Instant now) {
        make(before.source, now);
        jdbc.sql("UPDATE login_attempt SET failures = ?, last_at = ?, paused_until = ?, told = FALSE WHERE source = ?")
                .params(before.failures + 1, utc(now), utc(now.plus(pause)), before.source)
                .update();
    }

    /** Databases round the rest up, and then a pause of no length would lie ahead. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
