package io.kanilint.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.Database;
import io.kanilint.SharedService;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each webhook of a job asks for the reviews at its commit: with many of them, PostgreSQL finds these by an index. */
class EvidencePlansTest {
    private static final long PROJECT = 7_777_777;

    private final JdbcClient database = SharedService.on(Database.POSTGRESQL).database();

    @Test
    void aJobDoesNotReadAllReviewsOfItsProject() {
        database.sql("""
                        INSERT INTO review (project_id, merge_request_iid, head_sha, outcome, findings, open_threads,
                            gitlab_calls, started_at, finished_at)
                        SELECT ?, i / 10, md5(i::text), 'reviewed', 0, 0, 8, now(), now() FROM generate_series(1, 20000) i
                        """).param(PROJECT).update();
        try {
            database.sql("ANALYZE review").update();
            var asked = new ArrayList<String>();
            assertThat(new EvidenceTable(recording(asked)).at(PROJECT, "a".repeat(40)))
                    .isEmpty();
            assertThat(plan(asked.getFirst()))
                    .anyMatch(line -> line.contains("review_by_commit"))
                    .noneMatch(line -> line.contains("Seq Scan") || line.contains("Filter:"));
        } finally {
            database.sql("DELETE FROM review WHERE project_id = ?")
                    .param(PROJECT)
                    .update();
        }
    }

    private List<String> plan(String sql) {
        return database.sql("EXPLAIN " + sql)
                .params(PROJECT, "a".repeat(40), 5)
                .query(String.class)
                .list();
    }

    private JdbcClient recording(List<String> asked) {
        var kind = JdbcClient.class;
        return kind.cast(Proxy.newProxyInstance(kind.getClassLoader(), new Class<?>[] {kind}, (_, method, given) -> {
            asked.add((String) given[0]);
            return method.invoke(database, given);
        }));
    }
}
