package io.kanilint.dashboard;

import io.kanilint.access.Visibility;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads projects. */
@Repository
class ProjectQueries {
    /** The counts and times of the few projects that were chosen for a page. */
    private static final String AROUND = """
            SELECT chosen.id, chosen.path, chosen.last_reviewed_at, review.id AS review_id, review.outcome,
                (SELECT COALESCE(SUM(amount), 0) FROM finding_count
                    WHERE project_id = chosen.id AND state = 'open' AND severity = 'error') AS errors,
                (SELECT COALESCE(SUM(amount), 0) FROM finding_count
                    WHERE project_id = chosen.id AND state = 'open' AND severity = 'warning') AS warnings,
                (SELECT COALESCE(SUM(amount), 0) FROM finding_count
                    WHERE project_id = chosen.id AND state = 'open' AND severity = 'info') AS infos,
                (SELECT MAX(delivery.received_at) FROM delivery WHERE delivery.project_id = chosen.id) AS hook_seen
            FROM (SELECT project.id, project.path, project.last_reviewed_at,
            """;

    private static final String OPEN = """
             LEFT JOIN (SELECT project_id, SUM(amount) AS amount FROM finding_count
                WHERE state = 'open' GROUP BY project_id) opened ON opened.project_id = project.id
            """;
    private static final String LAST_REVIEW =
            ") chosen LEFT JOIN review ON review.id = (SELECT MAX(latest.id) FROM review latest "
                    + "WHERE latest.project_id = chosen.id) ORDER BY ";

    private final JdbcClient jdbc;

    /**
     * A project by itself.
     *
     * @param path null if it was never looked at; so are the two times
     * @param webUrl its page in GitLab; null if that is no address of the web
     * @param settings the text of its settings; null if it has none
     */
    record Detail(
            long id,
            @Nullable String path,
            @Nullable String webUrl,
            @Nullable String settings,
            @Nullable OffsetDateTime firstSeenAt,
            @Nullable OffsetDateTime lastReviewedAt,
            @Nullable OffsetDateTime hookSeenAt) {
        public String name() {
            return path == null ? "Project " + id : path;
        }
    }

    /** How many open findings of a rule there are. */
    record RuleRow(String rule, String severity, long amount) {}

    ProjectQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first that a filter lets through, at most so many. */
    List<ProjectRow> list(ProjectFilter filter, Visibility visibility, int most) {
        var query = new ListQuery().and(visibility.condition("project.id"));
        if (!filter.text().isEmpty()) {
            query.and("lower(project.path) LIKE ? ESCAPE '\\'", filter.pattern());
        }
        ProjectFilter.Cursor after = filter.after();
        return switch (filter.sort()) {
            case PATH -> {
                if (after != null) {
                    query.and("(project.path, project.id) > (?, ?)", after.key(), after.id());
                }
                yield rows(query, "0", "", "path, id", most);
            }
            case REVIEW -> {
                if (after != null) {
                    query.and("(project.last_reviewed_at, project.id) < (?, ?)", after.key(), after.id());
                }
                yield rows(query, "0", "", "last_reviewed_at DESC, id DESC", most);
            }
            case FINDINGS -> {
                if (after != null) {
                    query.and("(COALESCE(opened.amount, 0), project.id) < (?, ?)", after.key(), after.id());
                }
                yield rows(query, "COALESCE(opened.amount, 0)", OPEN, "amount DESC, id DESC", most);
            }
        };
    }

    private List<ProjectRow> rows(ListQuery query, String amount, String join, String order, int most) {
        String outer = "chosen." + order.replace(", ", ", chosen.");
        return query.in(
                        jdbc,
                        AROUND + amount + " AS amount FROM project" + join,
                        "ORDER BY " + order + " LIMIT " + most + LAST_REVIEW + outer)
                .query((row, _) -> row(row))
                .list();
    }

    private static ProjectRow row(ResultSet row) throws SQLException {
        return new ProjectRow(
                row.getLong("id"),
                row.getString("path"),
                row.getObject("last_reviewed_at", OffsetDateTime.class),
                row.getLong("errors"),
                row.getLong("warnings"),
                row.getLong("infos"),
                row.getLong("review_id"),
                row.getString("outcome"),
                row.getObject("hook_seen", OffsetDateTime.class));
    }

    /** One that was looked at or that a delivery told of, and that may be seen. */
    Optional<Detail> find(long id, Visibility visibility) {
        return jdbc.sql("""
                        SELECT project.path, project.web_url, project.settings, project.first_seen_at,
                            project.last_reviewed_at,
                            (SELECT MAX(delivery.received_at) FROM delivery
                                WHERE delivery.project_id = asked.project_id) AS hook_seen
                        FROM (SELECT CAST(? AS BIGINT) AS project_id) asked
                            LEFT JOIN project ON project.id = asked.project_id
                        WHERE %s AND (project.id IS NOT NULL
                            OR EXISTS (SELECT 1 FROM review WHERE review.project_id = asked.project_id)
                            OR EXISTS (SELECT 1 FROM delivery WHERE delivery.project_id = asked.project_id))
                        """.formatted(visibility.condition("asked.project_id")))
                .param(id)
                .query((row, _) -> new Detail(
                        id,
                        row.getString("path"),
                        WebAddress.of(row.getString("web_url")).orElse(null),
                        row.getString("settings"),
                        row.getObject("first_seen_at", OffsetDateTime.class),
                        row.getObject("last_reviewed_at", OffsetDateTime.class),
                        row.getObject("hook_seen", OffsetDateTime.class)))
                .optional();
    }

    /** Its open findings by rule, the worst and most first. */
    List<RuleRow> openByRule(long id) {
        return jdbc.sql("""
                        SELECT rule, severity, amount FROM finding_count
                        WHERE project_id = ? AND state = 'open' AND amount > 0
                        ORDER BY CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, amount DESC, rule
                        """)
                .param(id)
                .query((row, _) -> new RuleRow(row.getString("rule"), row.getString("severity"), row.getLong("amount")))
                .list();
    }
}
