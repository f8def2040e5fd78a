package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.demo.Seed;
import io.kanilint.standin.MergeRequest;
import java.util.HashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is not happy with an upgrade starts the version before on the same tables. */
class GoingBackTest {
    @ParameterizedTest
    @EnumSource
    void aVersionStartsOnTablesThatANewerOneHasAddedTo(Database database) {
        var settings = new HashMap<>(database.settings());
        settings.put("logging.level.io.kanilint", "error");
        try (var newer = RunningService.start(SharedService.gitlab(), settings)) {
            newer.database()
                    .sql("ALTER TABLE delivery ADD COLUMN of_the_next_version VARCHAR(10)")
                    .update();
            newer.database().sql("""
                            INSERT INTO "flyway_schema_history" ("installed_rank", "version", "description", "type", "script",
                                "checksum", "installed_by", "execution_time", "success")
                            SELECT max("installed_rank") + 1, '9999', 'next', 'SQL', 'V9999__next.sql', 1, 'test', 1, TRUE
                            FROM "flyway_schema_history"
                            """).update();
        }
        try (var older = RunningService.start(SharedService.gitlab(), settings)) {
            MergeRequest mergeRequest = SharedService.adding(Seed.CI_FILE);
            older.review(mergeRequest, "open");
            assertThat(mergeRequest.threads()).hasSize(1);
        }
    }
}
