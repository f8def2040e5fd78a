package io.kanilint.dashboard;

import io.kanilint.RunningService;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts rows into the database that no stand-in has to lead to; each project has an id that no other test uses. */
final class Rows {
    private static final AtomicLong PROJECTS = new AtomicLong(7_000_000_000L);
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final JdbcClient jdbc;
    private final AtomicLong count = new AtomicLong();
    final long project = PROJECTS.incrementAndGet();

    Rows(RunningService service) {
        this.jdbc = service.database();
    }

    /** Names the project; gives its id. */
    long project(String path) {
        return project(project, path, 0);
    }

    long anotherProject(String path, int minute) {
        return project(PROJECTS.incrementAndGet(), path, minute);
    }

    private long project(long id, String path, int minute) {
        var time = START.plusSeconds(60L * minute).atOffset(ZoneOffset.UTC);
        jdbc.sql("INSERT INTO project (id, path, web_url, first_seen_at, last_reviewed_at) VALUES (?, ?, ?, ?, ?)")
                .params(id, path, "https://gitlab.example/" + path, time, time)
                .update();
        return id;
    }

    /** A delivery so many minutes after noon of the first of March; gives its id. */
    long delivery(String event, String verdict, long iid, int minute) {
        String key = project + "-" + count.incrementAndGet();
        return insert(
                """
                INSERT INTO delivery (idempotency_key, event, project_id, merge_request_iid, verdict, reason, received_at)
                VALUES (:key, :event, :project, :iid, :verdict, 'Why.', :time)
                """,
                Map.of(
                        "key", key,
                        "event", event,
                        "project", project,
                        "iid", iid,
                        "verdict", verdict,
                        "time", START.plusSeconds(60L * minute).atOffset(ZoneOffset.UTC)));
    }

    /** A review; gives its id. */
    long review(long iid, String outcome, @Nullable String reason) {
        return insert(
                """
                INSERT INTO review (project_id, merge_request_iid, head_sha, outcome, reason, findings, open_threads,
                    gitlab_calls, started_at, finished_at)
                VALUES (:project, :iid, 'abcdef0123456789', :outcome, NULLIF(:reason, ''), 2, 1, 9, :time, :time)
                """,
                Map.of(
                        "project", project,
                        "iid", iid,
                        "outcome", outcome,
                        "reason", reason == null ? "" : reason,
                        "time", START.atOffset(ZoneOffset.UTC)));
    }

    void step(long review, int number, String name, long millis, int calls) {
        jdbc.sql("INSERT INTO review_step (review_id, number, name, millis, gitlab_calls) VALUES (?, ?, ?, ?, ?)")
                .params(review, number, name, millis, calls)
                .update();
    }

    void call(long review, int number, String path, int status, long millis) {
        jdbc.sql(
                        "INSERT INTO review_call (review_id, number, method, path, status, millis) VALUES (?, ?, 'GET', ?, ?, ?)")
                .params(review, number, path, status, millis)
                .update();
    }

    void gap(long review, String file, String reason) {
        jdbc.sql("INSERT INTO review_gap (review_id, number, file, line, reason) VALUES (?, 1, ?, 3, ?)")
                .params(review, file, reason)
                .update();
    }

    void mergeRequest(long iid, String title, String webUrl) {
        jdbc.sql("""
                        INSERT INTO merge_request (project_id, iid, title, web_url, source_branch, target_branch, state)
                        VALUES (?, ?, ?, ?, 'images', 'main', 'opened')
                        """).params(project, iid, title, webUrl).update();
    }

    void finding(long iid, String rule, String text) {
        jdbc.sql("""
                        INSERT INTO finding (project_id, merge_request_iid, fingerprint, rule, severity, job, file, line,
                            message, relevant, state, first_seen_at, last_seen_at)
                        VALUES (?, ?, ?, ?, 'error', ?, ?, 11, ?, TRUE, 'open', ?, ?)
                        """)
                .params(
                        project,
                        iid,
                        "f" + count.incrementAndGet(),
                        rule,
                        text,
                        text,
                        text,
                        START.atOffset(ZoneOffset.UTC),
                        START.atOffset(ZoneOffset.UTC))
                .update();
    }

    void count(long id, String rule, String severity, int amount) {
        jdbc.sql("INSERT INTO finding_count (project_id, rule, severity, state, amount) VALUES (?, ?, ?, 'open', ?)")
                .params(id, rule, severity, amount)
                .update();
    }

    private long insert(String sql, Map<String, ?> values) {
        var key = new org.springframework.jdbc.support.GeneratedKeyHolder();
        jdbc.sql(sql).params(values).update(key, "id");
        return java.util.Objects.requireNonNull(key.getKey()).longValue();
    }
}
