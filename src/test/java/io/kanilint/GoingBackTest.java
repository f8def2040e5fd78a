package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.demo.Seed;
import io.kanilint.standin.MergeRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who is not happy with an upgrade starts the version before on the same tables. Here this version works on tables to each
 * of which the next one has added what {@link MigrationsTest} lets it add. That a version that was built earlier works on
 * the tables of today, {@code bench/upgrade.sh} shows.
 */
class GoingBackTest {
    @ParameterizedTest
    @EnumSource
    void aVersionWorksOnTablesThatANewerOneHasAddedTo(Database database) {
        var settings = new HashMap<>(database.settings());
        settings.put("logging.level.io.kanilint", "error");
        try (var newer = RunningService.start(SharedService.gitlab(), settings)) {
            addToAll(newer.database());
        }
        try (var older = RunningService.start(SharedService.gitlab(), settings)) {
            MergeRequest mergeRequest = SharedService.adding(Seed.CI_FILE);
            older.review(mergeRequest, "open");
            assertThat(mergeRequest.threads()).hasSize(1);
            var talk = new Talk(SharedService.gitlab(), older, mergeRequest);
            assertThat(talk.answer(talk.reply(talk.developer(), "@kanilint-bot ignore multi-build-job it is fine")))
                    .isNotEmpty();
            mergeRequest.push(Map.of(".gitlab-ci.yml", CiFiles.ONE_BUILD));
            older.review(mergeRequest, "update");
            assertThat(mergeRequest.statuses().getLast().state()).isEqualTo("success");
            assertThat(List.of(
                            "delivery",
                            "review",
                            "finding",
                            "finding_detail",
                            "review_call",
                            "command",
                            "given_status"))
                    .allSatisfy(table -> assertThat(added(older.database(), table))
                            .isNotEmpty()
                            .containsOnly(7));
        }
    }

    /** The strictest that a new column may be. */
    private static void addToAll(JdbcClient database) {
        List<String> tables = database.sql("""
                        SELECT table_name FROM information_schema.tables
                        WHERE lower(table_schema) = 'public' AND table_name <> 'flyway_schema_history'
                        """).query(String.class).list();
        assertThat(tables).hasSizeGreaterThan(20);
        tables.forEach(table -> List.of(
                        "ALTER TABLE %s ADD COLUMN of_the_next INTEGER DEFAULT 7 NOT NULL",
                        "ALTER TABLE %s ADD COLUMN of_the_next_or_not VARCHAR(10)",
                        "CREATE INDEX %1$s_of_the_next ON %1$s (of_the_next)")
                .forEach(sql -> database.sql(sql.formatted(table)).update()));
        database.sql("""
                        INSERT INTO "flyway_schema_history" ("installed_rank", "version", "description", "type", "script",
                            "checksum", "installed_by", "execution_time", "success")
                        SELECT max("installed_rank") + 1, '9999', 'next', 'SQL', 'V9999__next.sql', 1, 'test', 1, TRUE
                        FROM "flyway_schema_history"
                        """).update();
    }

    private static List<Integer> added(JdbcClient database, String table) {
        return database.sql("SELECT of_the_next FROM " + table)
                .query(Integer.class)
                .list();
    }
}
