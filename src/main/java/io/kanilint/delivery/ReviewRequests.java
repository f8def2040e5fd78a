package io.kanilint.delivery;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of review requests: a counter for each merge request, locked by whoever asks and by whoever is done. */
@Repository
class ReviewRequests {

    /**
     * What is asked for.
     *
     * @param wanted how often, up to now
     */
    record Request(long wanted, String ciPath) {}

    private final JdbcClient jdbc;

    ReviewRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Asks for a review. Keeps the row locked until the transaction ends. */
    void want(long projectId, long iid, String ciPath) {
        jdbc.sql("""
                        INSERT INTO review_request (project_id, merge_request_iid, wanted, ci_path)
                        VALUES (?, ?, 0, ?)
                        ON CONFLICT DO NOTHING
                        """).params(projectId, iid, ciPath).update();
        jdbc.sql("""
                        UPDATE review_request SET wanted = wanted + 1, ci_path = ?
                        WHERE project_id = ? AND merge_request_iid = ?
                        """).params(ciPath, projectId, iid).update();
    }

    Request read(long projectId, long iid) {
        return query("", projectId, iid);
    }

    /** Reads and keeps the row locked until the transaction ends. */
    Request lock(long projectId, long iid) {
        return query("FOR UPDATE", projectId, iid);
    }

    private Request query(String lock, long projectId, long iid) {
        return jdbc.sql("SELECT wanted, ci_path FROM review_request WHERE project_id = ? AND merge_request_iid = ? "
                        + lock)
                .params(projectId, iid)
                .query((row, _) -> new Request(row.getLong("wanted"), row.getString("ci_path")))
                .single();
    }
}
