package io.kanilint.dashboard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One look at a merge request.
 *
 * @param commitStatus what its head got: {@code SUCCESS} or {@code FAILED}; null if nothing
 * @param openThreads how many of Kanilint's threads were open at its end
 */
record ReviewRow(
        long id,
        long projectId,
        long iid,
        @Nullable String headSha,
        String outcome,
        @Nullable String reason,
        @Nullable String commitStatus,
        int findings,
        int openThreads,
        int calls,
        OffsetDateTime startedAt,
        OffsetDateTime finishedAt) {
    private static final int SHORT = 8;

    static final String COLUMNS = """
            review.id, review.project_id, review.merge_request_iid, review.head_sha, review.outcome, review.reason,
            review.commit_status, review.findings, review.open_threads, review.gitlab_calls, review.started_at,
            review.finished_at
            """;

    static ReviewRow of(ResultSet row) throws SQLException {
        return new ReviewRow(
                row.getLong("id"),
                row.getLong("project_id"),
                row.getLong("merge_request_iid"),
                row.getString("head_sha"),
                row.getString("outcome"),
                row.getString("reason"),
                row.getString("commit_status"),
                row.getInt("findings"),
                row.getInt("open_threads"),
                row.getInt("gitlab_calls"),
                row.getObject("started_at", OffsetDateTime.class),
                row.getObject("finished_at", OffsetDateTime.class));
    }

    public String commit() {
        return headSha == null ? "" : headSha.substring(0, Math.min(SHORT, headSha.length()));
    }

    public String took() {
        return Elapsed.words(Duration.between(startedAt, finishedAt));
    }

    public String status() {
        return commitStatus == null ? "" : commitStatus.toLowerCase(Locale.ROOT);
    }

    /** Whether it came to its end. Of one that did not, what it found is not known. */
    public boolean whole() {
        return outcome.equals("reviewed");
    }

    /** What came of it, in a sentence. */
    public String words() {
        return switch (outcome) {
            case "reviewed" ->
                findings == 0
                        ? "It was looked at, and there is nothing to say about it."
                        : "It was looked at, and there is something to say about it.";
            case "skipped" -> "There was nothing to look at.";
            case "refused" -> "GitLab did not let Kanilint look at it. An administrator has to act.";
            default -> "";
        };
    }
}
