package io.kanilint.review;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of what logs showed, and the findings that still wait for that. */
@Repository
class EvidenceTable {
    private static final String RULE = "multi-build-job";
    /** A commit is the head of few merge requests. */
    private static final int MOST_MERGE_REQUESTS = 5;

    private final JdbcClient jdbc;

    /**
     * An open finding with a thread in which no log was quoted yet.
     *
     * @param job its name in the CI file
     */
    record Waiting(String fingerprint, String job, String threadId) {}

    EvidenceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Waiting> waiting(long projectId, long iid) {
        return jdbc.sql("""
                        SELECT fingerprint, job, thread_id FROM finding
                        WHERE project_id = ? AND merge_request_iid = ? AND rule = ? AND state = 'open'
                            AND thread_id IS NOT NULL AND NOT EXISTS (
                                SELECT 1 FROM evidence
                                WHERE evidence.project_id = finding.project_id
                                    AND evidence.merge_request_iid = finding.merge_request_iid
                                    AND evidence.fingerprint = finding.fingerprint AND evidence.said_at IS NOT NULL)
                        ORDER BY id
                        """)
                .params(projectId, iid, RULE)
                .query((row, _) ->
                        new Waiting(row.getString("fingerprint"), row.getString("job"), row.getString("thread_id")))
                .list();
    }

    /** The merge requests that were last looked at, or at some time, at this commit. */
    List<Long> at(long projectId, String sha) {
        return jdbc.sql("""
                        SELECT DISTINCT merge_request_iid FROM review
                        WHERE project_id = ? AND head_sha = ? ORDER BY merge_request_iid LIMIT ?
                        """)
                .params(projectId, sha, MOST_MERGE_REQUESTS)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    boolean wasRead(long projectId, long iid, long jobId) {
        return jdbc.sql("SELECT count(*) FROM job_log WHERE project_id = ? AND merge_request_iid = ? AND job_id = ?")
                        .params(projectId, iid, jobId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void read(long projectId, long iid, long jobId, Instant now) {
        jdbc.sql("""
                        INSERT INTO job_log (project_id, merge_request_iid, job_id, read_at) VALUES (?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """)
                .params(projectId, iid, jobId, now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Lets one job speak in a thread; false if another does. The same job may ask again. */
    boolean claim(long projectId, long iid, String fingerprint, long jobId) {
        jdbc.sql("""
                        INSERT INTO evidence (project_id, merge_request_iid, fingerprint, job_id) VALUES (?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """).params(projectId, iid, fingerprint, jobId).update();
        return jdbc.sql("""
                                SELECT count(*) FROM evidence
                                WHERE project_id = ? AND merge_request_iid = ? AND fingerprint = ? AND job_id = ?
                                """)
                        .params(projectId, iid, fingerprint, jobId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Lets other jobs speak again where this one could not. */
    void release(long projectId, long iid, long jobId) {
        jdbc.sql("""
                        DELETE FROM evidence
                        WHERE project_id = ? AND merge_request_iid = ? AND job_id = ? AND said_at IS NULL
                        """).params(projectId, iid, jobId).update();
    }

    void said(long projectId, long iid, String fingerprint, Instant now) {
        jdbc.sql("""
                        UPDATE evidence SET said_at = ?
                        WHERE project_id = ? AND merge_request_iid = ? AND fingerprint = ?
                        """)
                .params(now.atOffset(ZoneOffset.UTC), projectId, iid, fingerprint)
                .update();
    }
}
