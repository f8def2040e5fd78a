package io.kanilint.dashboard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A finding as lists show it.
 *
 * @param project the full path of its project; made up from the id if GitLab's name for it is not known yet
 * @param projectUrl where GitLab shows the project, or empty
 * @param mergeRequestUrl where GitLab shows the merge request, or empty
 * @param rank 0 for errors, 1 for warnings, 2 for notes
 * @param relevant whether the merge request brought it in or touched it
 */
record FindingRow(
        long id,
        long projectId,
        String project,
        String projectUrl,
        long mergeRequest,
        String mergeRequestTitle,
        String mergeRequestUrl,
        String fingerprint,
        String rule,
        String severity,
        int rank,
        String job,
        String file,
        int line,
        String message,
        boolean relevant,
        String state,
        Instant firstSeen,
        Instant lastSeen,
        @Nullable Instant fixed) {

    /** What {@link #read} needs, of a finding {@code f}, its project {@code p} and merge request {@code m}. */
    static final String COLUMNS = """
            f.id, f.project_id, p.path, p.web_url AS project_url, f.merge_request_iid, m.title, m.web_url, f.fingerprint, f.rule,
            f.severity, f.severity_rank, f.job, f.file, f.line, f.message, f.relevant, f.state, f.first_seen_at, f.last_seen_at,
            f.fixed_at""";

    static final String JOINS = """
            LEFT JOIN project p ON p.id = f.project_id
            LEFT JOIN merge_request m ON m.project_id = f.project_id AND m.iid = f.merge_request_iid""";

    static FindingRow read(ResultSet row) throws SQLException {
        return new FindingRow(
                row.getLong("id"),
                row.getLong("project_id"),
                Optional.ofNullable(row.getString("path")).orElse("project " + row.getLong("project_id")),
                Optional.ofNullable(row.getString("project_url")).orElse(""),
                row.getLong("merge_request_iid"),
                Optional.ofNullable(row.getString("title")).orElse(""),
                Optional.ofNullable(row.getString("web_url")).orElse(""),
                row.getString("fingerprint"),
                row.getString("rule"),
                row.getString("severity"),
                row.getInt("severity_rank"),
                row.getString("job"),
                row.getString("file"),
                row.getInt("line"),
                row.getString("message"),
                row.getBoolean("relevant"),
                row.getString("state"),
                row.getObject("first_seen_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_seen_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("fixed_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null));
    }

    /** {@code file:line}, or the file alone. */
    public String place() {
        return line > 0 ? file + ":" + line : file;
    }
}
