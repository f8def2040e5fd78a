package io.kanilint.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The work of all replicas together: how much there is, and how far it is behind. */
@Repository
public class WorkQueue {
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * Work that waits or is under way.
     *
     * @param waiting how many tasks are due and not begun
     * @param running how many are under way
     * @param later how many wait for a time in the future: those that failed and are tried again
     * @param oldest how long ago the oldest webhook without a verdict was put in line: for a review, or again, that is
     *     kept by the database's clock; for the others it is when they came. The times in the queue are those of turns,
     *     and do not tell
     */
    public record State(long waiting, long running, long later, Optional<Duration> oldest) {}

    WorkQueue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public State now() {
        Instant now = clock.instant();
        return jdbc.sql("""
                        SELECT COALESCE(sum(CASE WHEN picked THEN 1 ELSE 0 END), 0) AS running,
                            COALESCE(sum(CASE WHEN NOT picked AND execution_time <= :now THEN 1 ELSE 0 END), 0) AS waiting,
                            COALESCE(sum(CASE WHEN NOT picked AND execution_time > :now THEN 1 ELSE 0 END), 0) AS later,
                            (SELECT min(COALESCE(queued_at, received_at)) FROM delivery WHERE verdict = 'queued') AS oldest
                        FROM scheduled_tasks WHERE task_name IN ('review', 'command', 'job-log')
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new State(
                        row.getLong("waiting"),
                        row.getLong("running"),
                        row.getLong("later"),
                        Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class))
                                .map(oldest -> positive(Duration.between(oldest.toInstant(), now)))))
                .single();
    }

    /** The database's clock may be ahead of ours. */
    private static Duration positive(Duration age) {
        return age.isNegative() ? Duration.ZERO : age;
    }
}
