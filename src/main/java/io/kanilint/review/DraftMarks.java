package io.kanilint.review;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers on which merge requests drafts may lie that were never published, as the process died or GitLab failed. */
@Repository
class DraftMarks {
    private final JdbcClient jdbc;

    DraftMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void set(long projectId, long iid) {
        jdbc.sql("INSERT INTO review_draft (project_id, merge_request_iid) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(projectId, iid)
                .update();
    }

    void clear(long projectId, long iid) {
        jdbc.sql("DELETE FROM review_draft WHERE project_id = ? AND merge_request_iid = ?")
                .params(projectId, iid)
                .update();
    }

    boolean isSet(long projectId, long iid) {
        return jdbc.sql("SELECT count(*) FROM review_draft WHERE project_id = ? AND merge_request_iid = ?")
                        .params(projectId, iid)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
