package io.kanilint.dashboard;

import io.kanilint.access.Visibility;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads merge requests, and what is known of them. */
@Repository
class ReviewedMergeRequests {
    private static final int MOST = 200;
    private static final String DEFAULT_CI_PATH = ".gitlab-ci.yml";

    private final JdbcClient jdbc;

    /** A finding in a merge request. */
    record FindingRow(
            long id, String rule, String severity, String state, String job, String file, int line, String message) {}

    /** Somebody's command in a comment. */
    record CommandRow(
            @Nullable String name,
            String state,
            String text,
            @Nullable String outcome,
            OffsetDateTime receivedAt) {}

    /** A rule that Kanilint says nothing about. */
    record IgnoredRow(String rule, String reason, OffsetDateTime ignoredAt) {}

    ReviewedMergeRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One that is known from GitLab, from a review or from a request for one, and may be seen. */
    Optional<ReviewedMergeRequest> find(long projectId, long iid, Visibility visibility) {
        return jdbc.sql("SELECT " + ReviewedMergeRequest.COLUMNS
                        + """
                        FROM (SELECT CAST(:project AS BIGINT) AS project_id, CAST(:iid AS BIGINT) AS iid) asked
                            LEFT JOIN project ON project.id = asked.project_id
                            LEFT JOIN merge_request
                                ON merge_request.project_id = asked.project_id AND merge_request.iid = asked.iid
                        WHERE %s AND (merge_request.iid IS NOT NULL
                            OR EXISTS (SELECT 1 FROM review_request
                                WHERE review_request.project_id = asked.project_id
                                    AND review_request.merge_request_iid = asked.iid)
                            OR EXISTS (SELECT 1 FROM review
                                WHERE review.project_id = asked.project_id AND review.merge_request_iid = asked.iid)
                            OR EXISTS (SELECT 1 FROM command
                                WHERE command.project_id = asked.project_id AND command.merge_request_iid = asked.iid))
                        """.formatted(visibility.condition("asked.project_id")))
                .param("project", projectId)
                .param("iid", iid)
                .query((row, _) -> ReviewedMergeRequest.of(row, projectId, iid))
                .optional();
    }

    /** What was found in it, what is open first. */
    List<FindingRow> findings(long projectId, long iid) {
        return jdbc.sql("""
                        SELECT id, rule, severity, state, job, file, line, message FROM finding
                        WHERE project_id = ? AND merge_request_iid = ?
                        ORDER BY CASE state WHEN 'open' THEN 0 ELSE 1 END, severity_rank, file, line, id LIMIT %d
                        """.formatted(MOST))
                .params(projectId, iid)
                .query((row, _) -> new FindingRow(
                        row.getLong("id"),
                        row.getString("rule"),
                        row.getString("severity"),
                        row.getString("state"),
                        row.getString("job"),
                        row.getString("file"),
                        row.getInt("line"),
                        row.getString("message")))
                .list();
    }

    /** What people asked for, the newest first; comments that turned out to be no commands are left out. */
    List<CommandRow> commands(long projectId, long iid) {
        return jdbc.sql("""
                        SELECT name, state, text, outcome, received_at FROM command
                        WHERE project_id = ? AND merge_request_iid = ? AND state <> 'ignored'
                        ORDER BY received_at DESC, note_id DESC LIMIT %d
                        """.formatted(MOST))
                .params(projectId, iid)
                .query((row, _) -> new CommandRow(
                        row.getString("name"),
                        row.getString("state"),
                        row.getString("text"),
                        row.getString("outcome"),
                        row.getObject("received_at", OffsetDateTime.class)))
                .list();
    }

    List<IgnoredRow> ignored(long projectId, long iid) {
        return jdbc.sql("""
                        SELECT rule, reason, ignored_at FROM ignored_rule
                        WHERE project_id = ? AND merge_request_iid = ? ORDER BY rule
                        """)
                .params(projectId, iid)
                .query((row, _) -> new IgnoredRow(
                        row.getString("rule"),
                        row.getString("reason"),
                        row.getObject("ignored_at", OffsetDateTime.class)))
                .list();
    }

    /** Where its project keeps its CI file, as the last hook said. */
    String ciPath(long projectId, long iid) {
        return jdbc.sql("SELECT ci_path FROM review_request WHERE project_id = ? AND merge_request_iid = ?")
                .params(projectId, iid)
                .query(String.class)
                .optional()
                .orElse(DEFAULT_CI_PATH);
    }
}
