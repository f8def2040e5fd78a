package io.kanilint.dashboard;

import io.kanilint.RunningService;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Made-up findings in a database, each set in projects of its own. */
final class FindingRows {
    private static final AtomicInteger SETS = new AtomicInteger();

    private final JdbcClient jdbc;
    private final int set = SETS.incrementAndGet();

    FindingRows(RunningService service) {
        this.jdbc = service.database();
    }

    /** The group that all projects of this set are in. */
    String group() {
        return "set-%d_%%".formatted(set);
    }

    long projectId(int number) {
        return 1_000_000L * set + number;
    }

    /** A project of the set: {@code group/name}. */
    void project(int number, String name) {
        jdbc.sql("INSERT INTO project (id, path, web_url, first_seen_at, last_reviewed_at) VALUES (?, ?, ?, ?, ?)")
                .params(
                        projectId(number),
                        group() + "/" + name,
                        "https://gitlab.example.com/" + name,
                        OffsetDateTime.parse("2026-01-01T00:00:00Z"),
                        OffsetDateTime.parse("2026-01-01T00:00:00Z"))
                .update();
    }

    void mergeRequest(int project, long iid, String branch, String state) {
        jdbc.sql("INSERT INTO merge_request (project_id, iid, title, web_url, source_branch, target_branch, state)"
                        + " VALUES (?, ?, ?, ?, 'topic', ?, ?)")
                .params(
                        projectId(project),
                        iid,
                        "Change " + iid,
                        "https://gitlab.example.com/-/merge_requests/" + iid,
                        branch,
                        state)
                .update();
    }

    void visible(long userId, int project) {
        jdbc.sql("INSERT INTO visible_project (user_id, project_id) VALUES (?, ?)")
                .params(userId, projectId(project))
                .update();
    }

    /** Adds one; what differs from the usual is changed afterwards by {@link #set}. Gives its id. */
    long add(int project, long iid, String fingerprint) {
        OffsetDateTime time = OffsetDateTime.parse("2026-03-01T10:00:00Z");
        jdbc.sql("""
                        INSERT INTO finding (project_id, merge_request_iid, fingerprint, rule, severity, severity_rank, job, file,
                            line, message, relevant, state, first_seen_at, last_seen_at)
                        VALUES (?, ?, ?, 'multi-build-job', 'error', 0, 'build', '.gitlab-ci.yml', 12, 'Two images.', TRUE, 'open', ?, ?)
                        """).params(projectId(project), iid, fingerprint, time, time).update();
        return jdbc.sql("SELECT id FROM finding WHERE project_id = ? AND merge_request_iid = ? AND fingerprint = ?")
                .params(projectId(project), iid, fingerprint)
                .query(Long.class)
                .single();
    }

    void set(long id, String column, @Nullable Object value) {
        jdbc.sql("UPDATE finding SET %s = ? WHERE id = ?".formatted(column))
                .params(value, id)
                .update();
    }

    void detail(long id, String excerpt, String fixTitle, boolean safe, String patch) {
        jdbc.sql("""
                        INSERT INTO finding_detail (finding_id, head_sha, excerpt, first_line, start_line, end_line, fix_title,
                            fix_safe, fix_patch) VALUES (?, 'c0ffee1234567890', ?, 10, 12, 13, ?, ?, ?)
                        """).params(id, excerpt, fixTitle, safe, patch).update();
    }

    String state(long id) {
        return jdbc.sql("SELECT state FROM finding WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }
}
