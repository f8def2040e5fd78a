package io.kanilint.delivery;

import java.util.Optional;
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

    /** Locks the row of a merge request, made if need be, until the transaction ends. */
    Request open(long projectId, long iid, String ciPath) {
        return query("FOR UPDATE", projectId, iid).orElseGet(() -> {
            jdbc.sql("""
                            INSERT INTO review_request (project_id, merge_request_iid, wanted, ci_path)
                            VALUES (?, ?, 0, ?)
                            ON CONFLICT DO NOTHING
                            """).params(projectId, iid, ciPath).update();
            return lock(projectId, iid);
        });
    }

    /** Asks for a review: writes a request, numbered by one more than the one that was opened. */
    void want(long projectId, long iid, Request request) {
        jdbc.sql("""
                        UPDATE review_request SET wanted = ?, ci_path = ?
                        WHERE project_id = ? AND merge_request_iid = ?
                        """).params(request.wanted(), request.ciPath(), projectId, iid).update();
    }

    Request read(long projectId, long iid) {
        return query("", projectId, iid).orElseThrow();
    }

    /** Reads and keeps the row locked until the transaction ends. */
    Request lock(long projectId, long iid) {
        return query("FOR UPDATE", projectId, iid).orElseThrow();
    }

    private Optional<Request> query(String lock, long projectId, long iid) {
        return jdbc.sql("SELECT wanted, ci_path FROM review_request WHERE project_id = ? AND merge_request_iid = ? "
                        + lock)
                .params(projectId, iid)
                .query((row, _) -> new Request(row.getLong("wanted"), row.getString("ci_path")))
                .optional();
    }
}
