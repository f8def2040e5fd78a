package io.kanilint.delivery;

import io.kanilint.review.OldRecords;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The task of deleting what is old, once a night and in small batches. What still waits for something stays. */
@Component
class Retention {
    static final String NAME = "retention";
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final OldRecords records;
    private final RetentionProperties properties;
    private final Clock clock;

    Retention(JdbcClient jdbc, OldRecords records, RetentionProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.records = records;
        this.properties = properties;
        this.clock = clock;
    }

    void run() {
        try {
            int deliveries = delete("""
                    DELETE FROM delivery WHERE id IN (
                        SELECT id FROM delivery WHERE received_at < ? AND verdict <> 'queued' ORDER BY received_at LIMIT ?)
                    """, properties.deliveries());
            int commands = delete("""
                    DELETE FROM command WHERE note_id IN (
                        SELECT note_id FROM command
                        WHERE received_at < ? AND state NOT IN ('waiting', 'unreviewed', 'reviewing') ORDER BY received_at LIMIT ?)
                    """, properties.findings());
            LOG.info("Deleted what was old: {} deliveries, {} commands.", deliveries, commands);
            records.delete(clock.instant().minus(properties.findings()));
        } catch (RuntimeException e) {
            LOG.error("What is old could not be deleted, and will be the next night.", e);
        }
    }

    private int delete(String batch, Duration age) {
        OffsetDateTime before = clock.instant().minus(age).atOffset(ZoneOffset.UTC);
        int all = 0;
        int last;
        do {
            last = jdbc.sql(batch).params(before, BATCH).update();
            all += last;
        } while (last > 0 && !Thread.currentThread().isInterrupted());
        return all;
    }
}
