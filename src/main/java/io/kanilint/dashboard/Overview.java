package io.kanilint.dashboard;

import io.kanilint.access.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The figures of the first page. Open findings are those of {@code finding_count}: each once in its project, however many
 * merge requests have it. What came and went is counted for merge requests that brought it in or touched it.
 */
@Repository
class Overview {
    private static final int MOST_ROWS = 10;

    private final JdbcClient jdbc;

    /** How many open findings something has. */
    record Open(String name, long errors, long warnings, long infos) {
        public long all() {
            return errors + warnings + infos;
        }
    }

    /** As {@link Open}, for a project. */
    record OpenProject(long id, Open open) {}

    /**
     * What became of findings in a period.
     *
     * @param opened how many came
     * @param fixed how many went
     * @param applied how many of these by what we had suggested
     * @param medianAge from the first sight to the last, of those that went; empty if none did
     */
    record Flow(long opened, long fixed, long applied, Optional<Duration> medianAge) {
        /** In percent of those that went. */
        public Optional<Long> appliedShare() {
            return fixed == 0 ? Optional.empty() : Optional.of(Math.round(100.0 * applied / fixed));
        }
    }

    Overview(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Open total(Visibility visibility) {
        return jdbc.sql("SELECT '' AS name, %s FROM finding_count WHERE state = 'open' AND %s"
                        .formatted(AMOUNTS, visibility.condition("project_id")))
                .query((row, _) -> open(row))
                .single();
    }

    /** How many projects have an open error. */
    long brokenProjects(Visibility visibility) {
        return jdbc.sql("""
                        SELECT count(DISTINCT project_id) FROM finding_count
                        WHERE state = 'open' AND severity = 'error' AND %s
                        """.formatted(visibility.condition("project_id")))
                .query(Long.class)
                .single();
    }

    long projects(Visibility visibility) {
        return jdbc.sql("SELECT count(*) FROM project WHERE " + visibility.condition("id"))
                .query(Long.class)
                .single();
    }

    /** The rules with the most open findings. */
    List<Open> byRule(Visibility visibility) {
        return jdbc.sql("""
                        SELECT rule AS name, %s FROM finding_count WHERE state = 'open' AND %s
                        GROUP BY rule ORDER BY errors DESC, warnings DESC, infos DESC, rule LIMIT %d
                        """.formatted(AMOUNTS, visibility.condition("project_id"), MOST_ROWS))
                .query((row, _) -> open(row))
                .list();
    }

    /** The projects with the most open errors. */
    List<OpenProject> worstProjects(Visibility visibility) {
        return jdbc.sql("""
                        SELECT project.id, project.path AS name, counted.errors, counted.warnings, counted.infos
                        FROM (SELECT project_id, %s FROM finding_count WHERE state = 'open' AND %s
                            GROUP BY project_id ORDER BY errors DESC, warnings DESC, infos DESC, project_id LIMIT %d) counted
                        JOIN project ON project.id = counted.project_id
                        ORDER BY counted.errors DESC, counted.warnings DESC, counted.infos DESC, project.path
                        """.formatted(AMOUNTS, visibility.condition("project_id"), MOST_ROWS))
                .query((row, _) -> new OpenProject(row.getLong("id"), open(row)))
                .list();
    }

    /** The groups whose own projects have the most open errors. */
    List<Open> worstGroups(Visibility visibility) {
        return jdbc.sql("""
                        SELECT regexp_replace(project.path, '/[^/]*$', '') AS name, sum(counted.errors) AS errors,
                            sum(counted.warnings) AS warnings, sum(counted.infos) AS infos
                        FROM (SELECT project_id, %s FROM finding_count WHERE state = 'open' AND %s
                            GROUP BY project_id) counted
                        JOIN project ON project.id = counted.project_id
                        GROUP BY regexp_replace(project.path, '/[^/]*$', '')
                        ORDER BY errors DESC, warnings DESC, infos DESC, name LIMIT %d
                        """.formatted(AMOUNTS, visibility.condition("project_id"), MOST_ROWS))
                .query((row, _) -> open(row))
                .list();
    }

    /** What came and went since then. */
    Flow flow(Visibility visibility, Instant since) {
        OffsetDateTime start = since.atOffset(ZoneOffset.UTC);
        String mine = visibility.condition("project_id");
        long opened = jdbc.sql("SELECT count(*) FROM finding WHERE first_seen_at >= ? AND relevant AND " + mine)
                .param(start)
                .query(Long.class)
                .single();
        return jdbc.sql("""
                        SELECT count(*) AS fixed, sum(CASE WHEN applied THEN 1 ELSE 0 END) AS applied,
                            percentile_cont(0.5) WITHIN GROUP (ORDER BY
                                CAST(EXTRACT(EPOCH FROM (fixed_at - first_seen_at)) AS DOUBLE PRECISION)) AS median
                        FROM finding WHERE fixed_at >= ? AND relevant AND %s
                        """.formatted(mine))
                .param(start)
                .query((row, _) -> new Flow(
                        opened,
                        row.getLong("fixed"),
                        row.getLong("applied"),
                        row.getLong("fixed") == 0
                                ? Optional.empty()
                                : Optional.of(Duration.ofSeconds(Math.round(row.getDouble("median"))))))
                .single();
    }

    private static final String AMOUNTS = """
            COALESCE(sum(CASE severity WHEN 'error' THEN amount ELSE 0 END), 0) AS errors,
            COALESCE(sum(CASE severity WHEN 'warning' THEN amount ELSE 0 END), 0) AS warnings,
            COALESCE(sum(CASE severity WHEN 'info' THEN amount ELSE 0 END), 0) AS infos""";

    private static Open open(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Open(row.getString("name"), row.getLong("errors"), row.getLong("warnings"), row.getLong("infos"));
    }
}
