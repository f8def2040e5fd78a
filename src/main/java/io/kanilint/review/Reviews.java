package io.kanilint.review;

import io.kanilint.pipeline.Gap;
import io.kanilint.review.ReviewOutcome.Reviewed;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The table of reviews: what was looked at, and what came of it. */
@Repository
class Reviews {
    private static final int LONGEST_REASON = 1000;
    private static final int MOST_GAPS = 200;

    private final JdbcClient jdbc;
    private final JdbcOperations batches;

    Reviews(JdbcClient jdbc, JdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Remembers how a review ended, and gives its number; one that is to be repeated leaves nothing. */
    OptionalLong add(
            long projectId, long iid, ReviewOutcome outcome, Steps steps, Instant startedAt, Instant finishedAt) {
        return switch (outcome) {
            case Reviewed reviewed -> insert(projectId, iid, "reviewed", null, reviewed, steps, startedAt, finishedAt);
            case ReviewOutcome.Skipped(String reason) ->
                insert(projectId, iid, "skipped", reason, null, steps, startedAt, finishedAt);
            case ReviewOutcome.Refused(String reason) ->
                insert(projectId, iid, "refused", reason, null, steps, startedAt, finishedAt);
            case ReviewOutcome.NotReady _ -> OptionalLong.empty();
        };
    }

    private OptionalLong insert(
            long projectId,
            long iid,
            String outcome,
            @Nullable String reason,
            @Nullable Reviewed reviewed,
            Steps steps,
            Instant startedAt,
            Instant finishedAt) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        INSERT INTO review (project_id, merge_request_iid, head_sha, outcome, reason, commit_status,
                            findings, open_threads, gitlab_calls, started_at, finished_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(projectId)
                .param(iid)
                .param(reviewed == null ? null : reviewed.headSha())
                .param(outcome)
                .param(reason == null ? null : Texts.kept(reason, LONGEST_REASON))
                .param(reviewed == null || reviewed.status().isEmpty() ? null : reviewed.status())
                .param(reviewed == null ? 0 : reviewed.findings())
                .param(reviewed == null ? 0 : reviewed.openThreads())
                .param(steps.calls())
                .param(startedAt.atOffset(ZoneOffset.UTC))
                .param(finishedAt.atOffset(ZoneOffset.UTC))
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        batch(
                "INSERT INTO review_step (review_id, number, name, millis, gitlab_calls) VALUES (?, ?, ?, ?, ?)",
                id,
                steps.done().stream()
                        .map(step -> List.<Object>of(step.name(), step.time().toMillis(), step.calls()))
                        .toList());
        batch(
                "INSERT INTO review_gap (review_id, number, file, line, reason) VALUES (?, ?, ?, ?, ?)",
                id,
                steps.gaps().stream().limit(MOST_GAPS).map(Reviews::row).toList());
        batch(
                "INSERT INTO review_call (review_id, number, method, path, status, millis) VALUES (?, ?, ?, ?, ?, ?)",
                id,
                steps.requests().stream()
                        .map(request -> List.<Object>of(
                                request.method(),
                                Texts.kept(request.path(), LONGEST_REASON),
                                request.status(),
                                request.time().toMillis()))
                        .toList());
        return OptionalLong.of(id);
    }

    private static List<Object> row(Gap gap) {
        return List.of(
                Texts.kept(gap.span().source().path(), LONGEST_REASON),
                gap.span().startLine(),
                Texts.kept(gap.reason(), LONGEST_REASON));
    }

    private void batch(String sql, long id, List<List<Object>> rows) {
        var numbered = new ArrayList<Object[]>();
        for (List<Object> row : rows) {
            numbered.add(Stream.concat(Stream.of(id, numbered.size() + 1), row.stream())
                    .toArray());
        }
        if (!numbered.isEmpty()) {
            batches.batchUpdate(sql, numbered);
        }
    }

    /** Whether the last look at a merge request left threads open, so that they have to be looked after. */
    boolean leftThreads(long projectId, long iid) {
        return jdbc.sql("""
                        SELECT open_threads FROM review
                        WHERE project_id = ? AND merge_request_iid = ? AND outcome = 'reviewed'
                        ORDER BY id DESC LIMIT 1
                        """)
                .params(projectId, iid)
                .query(Integer.class)
                .optional()
                .filter(count -> count > 0)
                .isPresent();
    }

    /** The status that was last given to a commit. */
    Optional<GivenStatus> status(long projectId, String sha) {
        return jdbc.sql("SELECT state, pipeline_id FROM given_status WHERE project_id = ? AND sha = ?")
                .params(projectId, sha)
                .query((row, _) -> new GivenStatus(row.getString("state"), row.getObject("pipeline_id", Long.class)))
                .optional();
    }

    /** Remembers it. */
    void give(long projectId, String sha, GivenStatus status) {
        int known = jdbc.sql(
                        "UPDATE given_status SET state = ?, pipeline_id = ?, given_at = CURRENT_TIMESTAMP WHERE project_id = ? AND sha = ?")
                .params(Arrays.asList(status.state(), status.pipelineId(), projectId, sha))
                .update();
        if (known == 0) {
            // Another review of the same commit may be faster; then the next one writes the status again.
            jdbc.sql("""
                            INSERT INTO given_status (state, pipeline_id, project_id, sha, given_at)
                            VALUES (?, ?, ?, ?, CURRENT_TIMESTAMP)
                            ON CONFLICT DO NOTHING
                            """)
                    .params(Arrays.asList(status.state(), status.pipelineId(), projectId, sha))
                    .update();
        }
    }
}
