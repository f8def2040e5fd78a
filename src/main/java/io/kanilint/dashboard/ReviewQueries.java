package io.kanilint.dashboard;

import io.kanilint.access.Visibility;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads looks at merge requests. */
@Repository
class ReviewQueries {
    private static final int MOST_GAPS = 200;

    private final JdbcClient jdbc;

    /** Something that a review could not read. */
    record GapRow(long reviewId, String file, int line, String reason) {}

    ReviewQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ReviewRow> find(long id, Visibility visibility) {
        return new ListQuery()
                .and("review.id = ?", id)
                .and(visibility.condition("review.project_id"))
                .in(jdbc, "SELECT " + ReviewRow.COLUMNS + " FROM review", "")
                .query((row, _) -> ReviewRow.of(row))
                .optional();
    }

    List<ReviewStep> steps(long id) {
        return jdbc.sql("SELECT name, millis, gitlab_calls FROM review_step WHERE review_id = ? ORDER BY number")
                .param(id)
                .query((row, _) -> new ReviewStep(
                        row.getString("name"), Duration.ofMillis(row.getLong("millis")), row.getInt("gitlab_calls")))
                .list();
    }

    /** What it asked of GitLab, in its order: as much of it as is kept. */
    List<ReviewCall> calls(long id) {
        return jdbc.sql("SELECT method, path, status, millis FROM review_call WHERE review_id = ? ORDER BY number")
                .param(id)
                .query((row, _) -> new ReviewCall(
                        row.getString("method"),
                        row.getString("path"),
                        row.getInt("status"),
                        Duration.ofMillis(row.getLong("millis"))))
                .list();
    }

    List<GapRow> gaps(long id) {
        return jdbc.sql("SELECT review_id, file, line, reason FROM review_gap WHERE review_id = ? ORDER BY number")
                .param(id)
                .query((row, _) -> gap(row))
                .list();
    }

    /** What the latest reviews of a project could not read, the newest first. */
    List<GapRow> gapsOfLatest(long projectId, int reviews) {
        return jdbc.sql("""
                        SELECT review_gap.review_id, review_gap.file, review_gap.line, review_gap.reason
                        FROM (SELECT id FROM review WHERE project_id = ? ORDER BY id DESC LIMIT %d) latest
                            JOIN review_gap ON review_gap.review_id = latest.id
                        ORDER BY review_gap.review_id DESC, review_gap.number LIMIT %d
                        """.formatted(reviews, MOST_GAPS))
                .param(projectId)
                .query((row, _) -> gap(row))
                .list();
    }

    private static GapRow gap(java.sql.ResultSet row) throws java.sql.SQLException {
        return new GapRow(row.getLong("review_id"), row.getString("file"), row.getInt("line"), row.getString("reason"));
    }

    /**
     * Looks at the merge requests of a project, the newest first.
     *
     * @param iid one merge request; 0 for all
     * @param before the id of a review after which the list begins
     */
    List<ReviewRow> list(long projectId, long iid, long before, Visibility visibility, int most) {
        var query = new ListQuery()
                .and("review.project_id = ?", projectId)
                .and("review.id < ?", before)
                .and(visibility.condition("review.project_id"));
        if (iid != 0) {
            query.and("review.merge_request_iid = ?", iid);
        }
        return query.in(jdbc, "SELECT " + ReviewRow.COLUMNS + " FROM review", "ORDER BY review.id DESC LIMIT " + most)
                .query((row, _) -> ReviewRow.of(row))
                .list();
    }
}
