package io.kanilint.review;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The table of how many findings a project has. It is right whenever no transaction is open. */
@Repository
class FindingCounts {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    FindingCounts(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Changes findings of a project, one such change after the other, and counts anew. */
    void changing(long projectId, Runnable change) {
        transaction.executeWithoutResult(_ -> {
            lock(projectId);
            change.run();
            count(projectId);
        });
    }

    /** Without this, of two counts at the same time none would see the other's findings. */
    private void lock(long projectId) {
        jdbc.sql("SELECT id FROM project WHERE id = ? FOR UPDATE")
                .param(projectId)
                .query(Long.class)
                .optional();
    }

    /** A finding that several merge requests have is one finding, whose newest row tells its severity. */
    private void count(long projectId) {
        jdbc.sql("DELETE FROM finding_count WHERE project_id = ?")
                .param(projectId)
                .update();
        jdbc.sql("""
                        INSERT INTO finding_count (project_id, rule, severity, state, amount, shown)
                        SELECT project_id, rule, severity, state, count(*), sum(threads)
                        FROM (SELECT project_id, rule, severity, state,
                                row_number() OVER (PARTITION BY fingerprint ORDER BY CASE state
                                    WHEN 'open' THEN 0 WHEN 'ignored' THEN 1 WHEN 'closed' THEN 2 ELSE 3 END, id DESC)
                                    AS place,
                                max(CASE WHEN thread_id IS NULL THEN 0 ELSE 1 END) OVER (PARTITION BY fingerprint)
                                    AS threads
                            FROM finding WHERE project_id = ?) ranked
                        WHERE place = 1
                        GROUP BY project_id, rule, severity, state
                        """).param(projectId).update();
    }
}
