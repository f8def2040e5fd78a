package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE extra (id BIGINT PRIMARY KEY, name VARCHAR(10) UNIQUE CHECK (name <> ';'))",
                "CREATE TABLE extra (id BIGINT REFERENCES review (id) ON DELETE CASCADE)",
                "CREATE TABLE extra (id BIGINT REFERENCES review ON DELETE SET NULL)",
                "CREATE TABLE extra (id BIGINT); CREATE TABLE more (id BIGINT REFERENCES extra (id))",
                "CREATE TABLE extra (id BIGINT); ALTER TABLE extra ADD CONSTRAINT one UNIQUE (id)",
                "CREATE INDEX extra ON review (outcome, id)",
                "CREATE TABLE extra (id BIGINT); CREATE UNIQUE INDEX one ON extra (id); INSERT INTO extra SELECT id FROM review",
                "-- DROP TABLE review;\nALTER TABLE review ADD COLUMN extra BIGINT",
                "ALTER TABLE review ADD COLUMN extra VARCHAR(10) DEFAULT 'DROP; CHECK' NOT NULL, ADD COLUMN more DECIMAL(4, 2)",
                "ALTER TABLE review ADD COLUMN extra BIGINT; UPDATE review SET extra = (SELECT max(id) FROM delivery) WHERE id > 1",
                "SELECT 1"
            })
    void whatOnlyAddsPasses(String sql) {
        assertThat(Migration.objections(sql)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE review",
                "DROP INDEX review_by_time",
                "ALTER TABLE review DROP COLUMN outcome",
                "ALTER TABLE review RENAME COLUMN outcome TO result",
                "ALTER TABLE review RENAME TO look",
                "ALTER TABLE review ALTER COLUMN outcome TYPE TEXT",
                "ALTER TABLE review ALTER COLUMN reason SET NOT NULL",
                "ALTER TABLE review ADD COLUMN extra BIGINT NOT NULL",
                "ALTER TABLE review ADD COLUMN extra BIGINT, ADD COLUMN more BIGINT NOT NULL",
                "ALTER TABLE review ADD COLUMN extra BIGINT DEFAULT 0 UNIQUE",
                "ALTER TABLE review ADD COLUMN extra BIGINT CHECK (extra > 0)",
                "ALTER TABLE review ADD COLUMN extra BIGINT REFERENCES delivery (id)",
                "ALTER TABLE review ADD CONSTRAINT one UNIQUE (head_sha)",
                "ALTER TABLE review ADD CHECK (calls > 0)",
                "ALTER TABLE review ADD FOREIGN KEY (project_id) REFERENCES project (id)",
                "CREATE UNIQUE INDEX one ON review (head_sha)",
                "CREATE TABLE extra (id BIGINT REFERENCES review (id))",
                "CREATE TABLE extra (id BIGINT, FOREIGN KEY (id) REFERENCES review (id) ON DELETE RESTRICT)",
                "UPDATE review SET outcome = 'done'",
                "ALTER TABLE review ADD COLUMN extra BIGINT; UPDATE review SET extra = 1, outcome = 'done' WHERE id = 1",
                "DELETE FROM review",
                "INSERT INTO review (id) VALUES (1)",
                "TRUNCATE review",
                "DO $$ BEGIN EXECUTE 'DROP TABLE review'; END $$"
            })
    void anythingElseIsObjectedTo(String sql) {
        assertThat(Migration.objections(sql)).isNotEmpty();
    }

    @Test
    void saysWhyAndWhere() {
        assertThat(Migration.objections("CREATE INDEX a ON review (id);\nDROP  TABLE review;"))
                .containsExactly("it is none of the statements that are known to only add: drop table review");
    }
}
