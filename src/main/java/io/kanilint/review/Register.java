package io.kanilint.review;

import io.kanilint.gitlab.MergeRequest;
import java.net.URI;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables of projects and merge requests that were looked at. What closing does to findings happens with it. */
@Repository
public class Register {
    private static final int LONGEST_NAME = 1000;
    private static final int LONGEST_URL = 2000;
    /** As many characters of a settings file are kept; the last says where there were more. */
    public static final int LONGEST_SETTINGS = 4000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final FindingCounts counts;

    Register(JdbcClient jdbc, TransactionTemplate transaction, FindingCounts counts) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.counts = counts;
    }

    /**
     * Keeps what GitLab says of a merge request. Open findings of one that was closed do not count until it is opened again;
     * those of a merged one do, as they are in the target branch now.
     */
    void seen(MergeRequest mergeRequest, URI gitlab, Instant now) {
        transaction.executeWithoutResult(_ -> {
            project(
                    mergeRequest.projectId(),
                    ProjectAddress.of(mergeRequest.projectId(), mergeRequest.webUrl(), gitlab),
                    now.atOffset(ZoneOffset.UTC));
            String before = state(mergeRequest).orElse("");
            mergeRequest(mergeRequest);
            boolean closed = mergeRequest.state().equals("closed");
            if (closed != before.equals("closed")) {
                counts.changing(
                        mergeRequest.projectId(),
                        () -> change(mergeRequest, closed ? "open" : "closed", closed ? "closed" : "open"));
            }
        });
    }

    /** Keeps the text of a project's settings, or that there is none. */
    void settings(long projectId, @Nullable String text) {
        jdbc.sql("UPDATE project SET settings = ? WHERE id = ?")
                .param(1, text == null ? null : Texts.kept(text, LONGEST_SETTINGS), Types.VARCHAR)
                .param(2, projectId)
                .update();
    }

    private void project(long id, ProjectAddress address, OffsetDateTime now) {
        String path = Texts.kept(address.path(), LONGEST_NAME);
        String url = Texts.kept(address.webUrl(), LONGEST_URL);
        // Twice: another review of the project may add it in between.
        for (int i = 0; i < 2; i++) {
            if (jdbc.sql("UPDATE project SET path = ?, web_url = ?, last_reviewed_at = ? WHERE id = ?")
                            .params(path, url, now, id)
                            .update()
                    > 0) {
                return;
            }
            jdbc.sql("""
                            INSERT INTO project (id, path, web_url, first_seen_at, last_reviewed_at) VALUES (?, ?, ?, ?, ?)
                            ON CONFLICT DO NOTHING
                            """).params(id, path, url, now, now).update();
        }
    }

    private Optional<String> state(MergeRequest mergeRequest) {
        return jdbc.sql("SELECT state FROM merge_request WHERE project_id = ? AND iid = ?")
                .params(mergeRequest.projectId(), mergeRequest.iid())
                .query(String.class)
                .optional();
    }

    private void mergeRequest(MergeRequest seen) {
        if (write(seen, """
                UPDATE merge_request SET title = :title, web_url = :url, source_branch = :source, target_branch = :target,
                    state = :state, merge_sha = :sha, merged_at = :merged
                WHERE project_id = :project AND iid = :iid
                """) == 0) {
            write(seen, """
                    INSERT INTO merge_request (project_id, iid, title, web_url, source_branch, target_branch, state, merge_sha,
                        merged_at)
                    VALUES (:project, :iid, :title, :url, :source, :target, :state, :sha, :merged)
                    """);
        }
    }

    private int write(MergeRequest seen, String sql) {
        MergeRequest.@Nullable Merge merged = seen.merged();
        Instant at = merged == null ? null : merged.at();
        return jdbc.sql(sql)
                .param("project", seen.projectId())
                .param("iid", seen.iid())
                .param("title", Texts.kept(seen.title(), LONGEST_NAME))
                .param("url", Texts.kept(seen.webUrl(), LONGEST_URL))
                .param("source", Texts.kept(seen.sourceBranch(), LONGEST_NAME))
                .param("target", Texts.kept(seen.targetBranch(), LONGEST_NAME))
                .param("state", Texts.kept(seen.state(), 20))
                .param("sha", merged == null ? null : Texts.kept(merged.sha(), 64), Types.VARCHAR)
                .param("merged", at == null ? null : at.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    private void change(MergeRequest mergeRequest, String from, String to) {
        jdbc.sql("UPDATE finding SET state = ? WHERE project_id = ? AND merge_request_iid = ? AND state = ?")
                .params(to, mergeRequest.projectId(), mergeRequest.iid(), from)
                .update();
    }
}
