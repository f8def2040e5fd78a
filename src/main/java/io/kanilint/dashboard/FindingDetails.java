package io.kanilint.dashboard;

import io.kanilint.access.Visibility;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Single findings. */
@Repository
class FindingDetails {
    private static final int MOST_OTHERS = 50;

    private final JdbcClient jdbc;

    FindingDetails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<FindingRow> find(long id, Visibility visibility) {
        return jdbc.sql("SELECT %s FROM finding f %s WHERE f.id = ? AND %s"
                        .formatted(FindingRow.COLUMNS, FindingRow.JOINS, visibility.condition("f.project_id")))
                .param(id)
                .query((row, _) -> FindingRow.read(row))
                .optional();
    }

    /** The same finding in other merge requests of its project, the newest first. */
    List<FindingRow> others(FindingRow finding) {
        return jdbc.sql("""
                        SELECT %s FROM finding f %s WHERE f.project_id = ? AND f.fingerprint = ? AND f.id <> ?
                        ORDER BY f.id DESC LIMIT %d
                        """.formatted(FindingRow.COLUMNS, FindingRow.JOINS, MOST_OTHERS))
                .params(finding.projectId(), finding.fingerprint(), finding.id())
                .query((row, _) -> FindingRow.read(row))
                .list();
    }

    /** The merge requests that have it and are open as far as we know: its own first, then the newest. */
    List<Long> affected(FindingRow finding, int most) {
        return jdbc.sql("""
                        SELECT f.merge_request_iid FROM finding f
                        LEFT JOIN merge_request m ON m.project_id = f.project_id AND m.iid = f.merge_request_iid
                        WHERE f.project_id = ? AND f.fingerprint = ?
                            AND (f.id = ? OR (f.relevant AND f.state <> 'fixed' AND m.state = 'opened'))
                        ORDER BY CASE WHEN f.id = ? THEN 0 ELSE 1 END, f.id DESC LIMIT %d
                        """.formatted(most))
                .params(finding.projectId(), finding.fingerprint(), finding.id(), finding.id())
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /** Whether we opened a thread for it in GitLab. */
    boolean hasThread(FindingRow finding) {
        return jdbc.sql("SELECT count(*) FROM finding WHERE id = ? AND thread_id IS NOT NULL")
                        .param(finding.id())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** What the Dockerfiles say is at stake, as its comment says it; empty if they were not read. */
    String stake(FindingRow finding) {
        return jdbc.sql("SELECT COALESCE(stake, '') FROM finding WHERE id = ?")
                .param(finding.id())
                .query(String.class)
                .single();
    }

    /** Empty for findings of a time when this was not kept. */
    Optional<FindingDetail> detail(FindingRow finding) {
        return jdbc.sql("SELECT * FROM finding_detail WHERE finding_id = ?")
                .param(finding.id())
                .query((row, _) -> new FindingDetail(
                        row.getString("head_sha"),
                        FindingDetail.excerpt(
                                row.getString("excerpt"),
                                row.getInt("first_line"),
                                row.getInt("start_line"),
                                row.getInt("end_line")),
                        fix(row)))
                .optional();
    }

    private static FindingDetail.@Nullable Suggestion fix(ResultSet row) throws SQLException {
        String title = row.getString("fix_title");
        return title == null
                ? null
                : new FindingDetail.Suggestion(
                        title, row.getBoolean("fix_safe"), FindingDetail.patch(row.getString("fix_patch")));
    }
}
