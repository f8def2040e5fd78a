package io.kanilint.dashboard;

import io.kanilint.Database;
import io.kanilint.RunningService;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many made-up findings, as an organisation has them after years: a few projects with very many, most with some. */
final class FindingVolume {
    private FindingVolume() {}

    /** Fills an empty database with findings of a hundredth as many projects. User 1 sees a few projects, user 2 half of them. */
    static void fill(RunningService service, Database database, int findings) {
        JdbcClient jdbc = service.database();
        int projects = Math.max(10, findings / 100);
        jdbc.sql("""
                        INSERT INTO project (id, path, web_url, first_seen_at, last_reviewed_at)
                        SELECT i, 'group-' || mod(i, 50) || '/team-' || mod(i, 500) || '/project-' || i,
                            'https://gitlab.example.com/p' || i, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP
                        FROM %s
                        """.formatted(numbers(database, projects))).update();
        jdbc.sql("""
                        INSERT INTO merge_request (project_id, iid, title, web_url, source_branch, target_branch, state)
                        SELECT mod(i, %d) + 1, i, 'Change ' || i, 'https://gitlab.example.com/m' || i, 'topic-' || i,
                            CASE WHEN mod(i, 1000) = 0 THEN 'release-' || i WHEN mod(i, 10) = 0 THEN 'develop' ELSE 'main' END,
                            CASE WHEN mod(i, 20) = 0 THEN 'opened' ELSE 'merged' END
                        FROM %s
                        """.formatted(projects, numbers(database, findings / 4))).update();
        // Every tenth finding is of one of ten projects.
        jdbc.sql("""
                        INSERT INTO finding (project_id, merge_request_iid, fingerprint, rule, severity, severity_rank, job, file, line,
                            message, relevant, state, first_seen_at, last_seen_at)
                        SELECT CASE WHEN mod(i, 10) = 0 THEN mod(i / 10, 10) + 1 ELSE mod(i / 4, %d) + 1 END,
                            i / 4, 'fingerprint-' || i,
                            CASE WHEN mod(i, 3) = 0 THEN 'multi-build-job' WHEN mod(i, 1000) = 1 THEN 'parallel-build'
                                WHEN mod(i, 7) = 0 THEN 'empty-tag' ELSE 'floating-image-tag' END,
                            CASE WHEN mod(i, 3) = 0 THEN 'error' WHEN mod(i, 7) = 0 THEN 'warning' ELSE 'info' END,
                            CASE WHEN mod(i, 3) = 0 THEN 0 WHEN mod(i, 7) = 0 THEN 1 ELSE 2 END,
                            'build-' || mod(i, 997),
                            CASE WHEN mod(i, 5) = 0 THEN 'ci/images-' || mod(i, 9973) || '.yml' ELSE '.gitlab-ci.yml' END,
                            mod(i, 300), 'Several images are built in one container.', mod(i, 4) > 0,
                            CASE WHEN mod(i / 7, 10) < 6 THEN 'fixed' WHEN mod(i / 7, 10) = 6 THEN 'ignored'
                                WHEN mod(i / 7, 10) = 7 THEN 'closed' ELSE 'open' END,
                            CURRENT_TIMESTAMP, CURRENT_TIMESTAMP
                        FROM %s
                        """.formatted(projects, numbers(database, findings))).update();
        jdbc.sql("INSERT INTO visible_project (user_id, project_id) SELECT 1, id FROM project WHERE mod(id, %d) = 0"
                        .formatted(Math.max(2, projects / 5)))
                .update();
        jdbc.sql("INSERT INTO visible_project (user_id, project_id) SELECT 2, id FROM project WHERE mod(id, 2) = 0")
                .update();
        jdbc.sql("ANALYZE").update();
    }

    private static String numbers(Database database, int last) {
        return switch (database) {
            case H2 -> "SYSTEM_RANGE(1, %d) AS numbers(i)".formatted(last);
            case POSTGRESQL -> "generate_series(1, %d) AS numbers(i)".formatted(last);
        };
    }
}
