package io.kanilint.review;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Deletes what reviews left long ago, in small batches. What is open stays, and of each merge request the newest review and the
 * newest that came to a result, as later ones look at them.
 */
@Repository
public class OldRecords {
    private static final Logger LOG = LoggerFactory.getLogger(OldRecords.class);
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final FindingCounts counts;

    OldRecords(JdbcClient jdbc, FindingCounts counts) {
        this.jdbc = jdbc;
        this.counts = counts;
    }

    /** Deletes what ended before a time. */
    public void delete(Instant before) {
        OffsetDateTime time = before.atOffset(ZoneOffset.UTC);
        int findings = repeat(() -> findings(time));
        int reviews = reviews(time);
        int logs = repeat(() -> jdbc.sql("""
                        DELETE FROM job_log WHERE (project_id, merge_request_iid, job_id) IN (
                            SELECT project_id, merge_request_iid, job_id FROM job_log WHERE read_at < ? LIMIT ?)
                        """).params(time, BATCH).update());
        int statuses = repeat(() -> jdbc.sql("""
                        DELETE FROM given_status WHERE (project_id, sha) IN (
                            SELECT project_id, sha FROM given_status WHERE given_at < ? LIMIT ?)
                        """).params(time, BATCH).update());
        LOG.info(
                "Deleted what was old: {} findings, {} reviews, {} notes of job logs, {} of statuses.",
                findings,
                reviews,
                logs,
                statuses);
    }

    /** Repeats a batch until nothing is left, or the process is to end. */
    private static int repeat(IntSupplier batch) {
        int all = 0;
        int last;
        do {
            last = batch.getAsInt();
            all += last;
        } while (last > 0 && !Thread.currentThread().isInterrupted());
        return all;
    }

    /** A batch of one project, so that its counts stay right. What a log showed of a finding goes with it. */
    private int findings(OffsetDateTime before) {
        List<Long> projects = jdbc.sql("""
                        SELECT project_id FROM finding WHERE state = 'fixed' AND fixed_at < :before
                        UNION ALL
                        SELECT project_id FROM finding WHERE state = 'closed' AND last_seen_at < :before
                        LIMIT 1
                        """)
                .param("before", before)
                .query((row, _) -> row.getLong(1))
                .list();
        int[] deleted = new int[1];
        projects.forEach(project -> counts.changing(project, () -> {
            deleted[0] = jdbc.sql("""
                            DELETE FROM finding WHERE id IN (
                                SELECT id FROM finding WHERE project_id = :project AND state IN ('fixed', 'closed')
                                    AND CASE state WHEN 'fixed' THEN fixed_at ELSE last_seen_at END < :before
                                LIMIT :batch)
                            """)
                    .param("project", project)
                    .param("before", before)
                    .param("batch", BATCH)
                    .update();
            jdbc.sql("""
                            DELETE FROM evidence WHERE project_id = ? AND NOT EXISTS (
                                SELECT 1 FROM finding WHERE finding.project_id = evidence.project_id
                                    AND finding.merge_request_iid = evidence.merge_request_iid
                                    AND finding.fingerprint = evidence.fingerprint)
                            """).param(project).update();
        }));
        return deleted[0];
    }

    /** Goes on after each batch: those that stay would be looked at again and again. */
    private int reviews(OffsetDateTime before) {
        long last = 0;
        int deleted = 0;
        while (!Thread.currentThread().isInterrupted()) {
            List<Long> old = jdbc.sql("""
                            SELECT id FROM review WHERE id > :last AND finished_at < :before
                                AND id <= (SELECT max(id) FROM review WHERE finished_at < :before)
                                AND EXISTS (SELECT 1 FROM review newer
                                    WHERE newer.project_id = review.project_id
                                        AND newer.merge_request_iid = review.merge_request_iid AND newer.id > review.id
                                        AND (newer.outcome = 'reviewed' OR review.outcome <> 'reviewed'))
                            ORDER BY id LIMIT :batch
                            """)
                    .param("last", last)
                    .param("before", before)
                    .param("batch", BATCH)
                    .query((row, _) -> row.getLong(1))
                    .list();
            if (old.isEmpty()) {
                break;
            }
            deleted += jdbc.sql("DELETE FROM review WHERE id IN (:old)")
                    .param("old", old)
                    .update();
            last = old.getLast();
        }
        return deleted;
    }
}
