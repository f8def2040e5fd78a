package io.kanilint.dashboard;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Made-up projects, merge requests, findings, reviews and deliveries in any number, written by the database itself. The same
 * numbers give the same rows, but for their times, which reach back from now.
 */
public record MadeUp(int projects, int findings, int deliveries) {
    private static final List<String> RULES = List.of(
            "multi-build-job",
            "archived-image",
            "floating-image-tag",
            "unknown-flag",
            "empty-tag",
            "missing-destination",
            "shared-cache-repository",
            "image-without-shell");

    /** Writes them into an empty database. */
    public void into(JdbcClient jdbc) {
        boolean postgres = jdbc.sql("SELECT count(*) FROM information_schema.tables WHERE table_name = 'pg_class'")
                        .query(Long.class)
                        .single()
                > 0;
        into(jdbc, postgres ? "generate_series(1, %d) AS made(n)" : "SYSTEM_RANGE(1, %d) AS made(n)");
    }

    private void into(JdbcClient jdbc, String rows) {
        String rule = RULES.stream()
                        .map(name -> "WHEN %d THEN '%s'".formatted(RULES.indexOf(name), name))
                        .reduce("CASE MOD(n, 8)", (a, b) -> a + " " + b)
                + " END";
        String severity =
                "CASE WHEN MOD(n, 8) IN (0, 3, 5, 7) THEN 'error' WHEN MOD(n, 8) IN (1, 4, 6) THEN 'warning' ELSE 'info' END";
        for (String statement : List.of(
                """
                INSERT INTO project (id, path, web_url, settings, first_seen_at, last_reviewed_at)
                SELECT n, 'group-' || MOD(n, 97) || '/team-' || MOD(n, 7) || '/service-' || n,
                    'https://gitlab.example/group-' || MOD(n, 97) || '/team-' || MOD(n, 7) || '/service-' || n, NULL,
                    CURRENT_TIMESTAMP - n * INTERVAL '1' MINUTE, CURRENT_TIMESTAMP - n * INTERVAL '1' SECOND
                FROM %s""".formatted(rows.formatted(projects)),
                """
                INSERT INTO merge_request (project_id, iid, title, web_url, source_branch, target_branch, state)
                SELECT 1 + MOD(n, %d), 1 + n / %1$d, 'Build image ' || n, 'https://gitlab.example/x/-/merge_requests/' || n,
                    'images-' || n, 'main', 'opened'
                FROM %s""".formatted(projects, rows.formatted(findings / 5 + 1)),
                """
                INSERT INTO finding (project_id, merge_request_iid, fingerprint, rule, severity, severity_rank, job, file, line,
                    message, relevant, state, thread_id, first_seen_at, last_seen_at, fixed_at, applied)
                SELECT 1 + MOD(n / 5, %1$d), 1 + n / 5 / %1$d, 'finding-' || n, %2$s, %3$s,
                    CASE %3$s WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, 'build-' || MOD(n, 1000), '.gitlab-ci.yml',
                    1 + MOD(n, 200), 'Job build-' || MOD(n, 1000) || ' runs the Kaniko executor twice in one container.',
                    MOD(n, 4) <> 0, CASE MOD(n, 3) WHEN 0 THEN 'open' WHEN 1 THEN 'fixed' ELSE 'ignored' END, 'thread-' || n,
                    CURRENT_TIMESTAMP - MOD(n, 365 * 24) * INTERVAL '1' HOUR,
                    CURRENT_TIMESTAMP - MOD(n, 365 * 12) * INTERVAL '1' HOUR,
                    CASE MOD(n, 3) WHEN 1 THEN CURRENT_TIMESTAMP - MOD(n, 365 * 24) * INTERVAL '1' HOUR
                        + MOD(n, 100) * INTERVAL '1' HOUR END, MOD(n, 9) = 1
                FROM %4$s""".formatted(projects, rule, severity, rows.formatted(findings)),
                """
                INSERT INTO finding_detail (finding_id, head_sha, excerpt, first_line, start_line, end_line, fix_title, fix_safe,
                    fix_patch, fix_lines)
                SELECT id, '0123456789abcdef0123456789abcdef01234567',
                    'build:' || CHR(10) || '  script:' || CHR(10) || '    - /kaniko/executor --context a' || CHR(10)
                    || '    - /kaniko/executor --context b', 1, 4, 4, 'Split into build_a and build_b', TRUE,
                    '@@ -4,1 +4,4 @@' || CHR(10) || '-    - /kaniko/executor --context b' || CHR(10) || '+build_b:' || CHR(10)
                    || '+  script:' || CHR(10) || '+    - /kaniko/executor --context b', 'build_b:'
                FROM finding""",
                """
                INSERT INTO finding_count (project_id, rule, severity, state, amount, shown)
                SELECT project_id, rule, severity, state, count(DISTINCT fingerprint), count(DISTINCT fingerprint) FROM finding
                GROUP BY project_id, rule, severity, state""",
                """
                INSERT INTO review (project_id, merge_request_iid, head_sha, outcome, reason, commit_status, findings,
                    open_threads, gitlab_calls, started_at, finished_at)
                SELECT 1 + MOD(n, %d), 1 + n / %1$d, '0123456789abcdef0123456789abcdef01234567',
                    CASE MOD(n, 10) WHEN 0 THEN 'skipped' WHEN 1 THEN 'refused' ELSE 'reviewed' END,
                    CASE MOD(n, 10) WHEN 0 THEN 'It is closed or merged.' WHEN 1 THEN 'GitLab says 403.' END, 'failed', 1, 1, 9,
                    CURRENT_TIMESTAMP - n * INTERVAL '20' SECOND, CURRENT_TIMESTAMP - n * INTERVAL '20' SECOND
                        + INTERVAL '0.42' SECOND
                FROM %s""".formatted(projects, rows.formatted(findings / 5 + 1)),
                """
                INSERT INTO delivery (idempotency_key, event, project_id, merge_request_iid, verdict, reason, received_at,
                    occurrence, review_request, review_id, judged_at)
                SELECT 'delivery-' || n, CASE MOD(n, 5) WHEN 0 THEN 'note' WHEN 1 THEN 'push' ELSE 'merge_request' END,
                    1 + MOD(n, %d), 1 + MOD(n, 20), CASE MOD(n, 50) WHEN 0 THEN 'failed' WHEN 1 THEN 'refused'
                        WHEN 2 THEN 'superseded' WHEN 3 THEN 'duplicate' ELSE CASE WHEN MOD(n, 3) = 0 THEN 'ignored'
                        ELSE 'reviewed' END END, 'It changes neither the CI file nor what that uses.',
                    CURRENT_TIMESTAMP - n * INTERVAL '1.5' SECOND, NULL, 1, NULL,
                    CURRENT_TIMESTAMP - n * INTERVAL '1.5' SECOND
                FROM %s""".formatted(projects, rows.formatted(deliveries)))) {
            jdbc.sql(statement).update();
        }
    }
}
