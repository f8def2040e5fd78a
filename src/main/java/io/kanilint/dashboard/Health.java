package io.kanilint.dashboard;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of webhooks in the last day, and of what they asked for. */
@Repository
class Health {
    private static final Duration DAY = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    /** How many webhook requests got a verdict in the last day. */
    record Verdicts(String verdict, long amount) {}

    /** How many looks had an outcome in the last day. */
    record Outcomes(String outcome, long amount, long medianMillis) {}

    Health(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
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
