package io.kanilint.dashboard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the service itself is: its queue, and what became of webhooks in the last day. */
@Repository
class Health {
    private static final Duration DAY = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * Work that waits or is under way.
     *
     * @param waiting how many tasks are due and not begun
     * @param running how many are under way
     * @param later how many wait for a time in the future: those that failed and are tried again
     * @param oldest how long the oldest due one has waited
     */
    record Queue(long waiting, long running, long later, Optional<Duration> oldest) {}

    /** How many webhook requests got a verdict in the last day. */
    record Verdicts(String verdict, long amount) {}

    /** How many looks had an outcome in the last day. */
    record Outcomes(String outcome, long amount, long medianMillis) {}

    Health(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Queue queue() {
        Instant now = clock.instant();
        OffsetDateTime time = now.atOffset(ZoneOffset.UTC);
        return jdbc.sql("""
                        SELECT COALESCE(sum(CASE WHEN picked THEN 1 ELSE 0 END), 0) AS running,
                            COALESCE(sum(CASE WHEN NOT picked AND execution_time <= :now THEN 1 ELSE 0 END), 0) AS waiting,
                            COALESCE(sum(CASE WHEN NOT picked AND execution_time > :now THEN 1 ELSE 0 END), 0) AS later,
                            min(CASE WHEN NOT picked AND execution_time <= :now THEN execution_time END) AS oldest
                        FROM scheduled_tasks WHERE task_name IN ('review', 'command', 'job-log')
                        """)
                .param("now", time)
                .query((row, _) -> new Queue(
                        row.getLong("waiting"),
                        row.getLong("running"),
                        row.getLong("later"),
                        Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class))
                                .map(oldest -> Duration.between(oldest.toInstant(), now))))
                .single();
    }

    List<Verdicts> deliveries() {
        return jdbc.sql("""
                        SELECT verdict, count(*) AS amount FROM delivery WHERE received_at >= ?
                        GROUP BY verdict ORDER BY amount DESC, verdict
                        """)
                .param(clock.instant().minus(DAY).atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Verdicts(row.getString("verdict"), row.getLong("amount")))
                .list();
    }

    List<Outcomes> reviews() {
        return jdbc.sql("""
                        SELECT outcome, count(*) AS amount, percentile_cont(0.5) WITHIN GROUP (ORDER BY
                            CAST(EXTRACT(EPOCH FROM (finished_at - started_at)) * 1000 AS DOUBLE PRECISION)) AS median
                        FROM review WHERE finished_at >= ? GROUP BY outcome ORDER BY amount DESC, outcome
                        """)
                .param(clock.instant().minus(DAY).atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Outcomes(
                        row.getString("outcome"), row.getLong("amount"), Math.round(row.getDouble("median"))))
                .list();
    }
}
