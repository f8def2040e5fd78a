package io.kanilint.delivery;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The threads that a job has claimed to speak in: while it does, no other job may. */
@Repository
class LogClaims {
    private final JdbcClient jdbc;

    LogClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets other jobs speak where this one was to and did not. */
    void release(long projectId, long iid, long jobId) {
        jdbc.sql("""
                        DELETE FROM evidence
                        WHERE project_id = ? AND merge_request_iid = ? AND job_id = ? AND said_at IS NULL
                        """).params(projectId, iid, jobId).update();
    }
}
