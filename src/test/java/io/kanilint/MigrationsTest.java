package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/**
 * The version before goes on working on the tables of the next one: while an upgrade is under way, and when somebody goes
 * back. So files that change the tables are not changed any more, and new ones only add.
 */
class MigrationsTest {
    private static final Path FOLDER = Path.of("src/main/resources/db");

    /** Where it begins. With each release its files come in here. */
    private static final Map<String, String> PUBLISHED = Map.ofEntries(
            Map.entry("migration/V1__deliveries_and_reviews.sql", "c85f0a9f"),
            Map.entry("migration/V2__verdicts_and_turns.sql", "651b5b66"),
            Map.entry("migration/V10__findings.sql", "5e43b0c3"),
            Map.entry("migration/V20__commands_and_feedback.sql", "916a9b72"),
            Map.entry("migration/V30__evidence.sql", "bdac9da2"),
            Map.entry("migration/V40__given_statuses.sql", "22e1286d"),
            Map.entry("migration/V50__stakes.sql", "960b55d7"),
            Map.entry("migration/V60__projects_and_details.sql", "7da827cd"),
            Map.entry("vendor/h2/V61__search.sql", "f8d41be8"),
            Map.entry("vendor/postgresql/V61__search.sql", "579f2b7f"),
            Map.entry("migration/V70__access.sql", "262f401c"));

    @Test
    void publishedOnesAreNotChanged() {
        var found = files(PUBLISHED::containsKey);
        found.replaceAll((_, text) -> checksum(text));
        found.forEach((file, checksum) -> {
            if (!checksum.equals(PUBLISHED.get(file))) {
                fail(
                        "%s is published, and has been run on people's databases: leave it, and write a new migration (it has %s)"
                                .formatted(file, checksum));
            }
        });
        assertThat(found.keySet())
                .as("published migrations, none of which may go")
                .isEqualTo(PUBLISHED.keySet());
    }

    @Test
    void newOnesOnlyAdd() {
        var added = files(file -> !PUBLISHED.containsKey(file));
        assertThat(added).isNotEmpty();
        assertThat(added)
                .allSatisfy((file, sql) -> assertThat(Migration.objections(sql))
                        .as("%s has to leave the version before working, which runs on the same tables", file)
                        .isEmpty());
    }

    /** Flyway refuses to start if a file appears whose number is lower than that of one which has been run. */
    @Test
    void newOnesHaveHigherNumbers() {
        int last = PUBLISHED.keySet().stream()
                .mapToInt(MigrationsTest::number)
                .max()
                .orElseThrow();
        assertThat(files(file -> !PUBLISHED.containsKey(file)).keySet())
                .allSatisfy(file -> assertThat(number(file)).as(file).isGreaterThan(last));
    }

    private static int number(String file) {
        return Integer.parseInt(file.replaceAll("^.*/V(\\d+)__.*$", "$1"));
    }

    private static Map<String, String> files(Predicate<String> which) {
        try (var files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> which.test(name(file)))
                    .collect(Collectors.toMap(
                            MigrationsTest::name, MigrationsTest::text, (one, _) -> one, TreeMap::new));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String name(Path file) {
        return FOLDER.relativize(file).toString().replace('\\', '/');
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** As Flyway has it: of the lines, whatever they end with. */
    private static String checksum(String text) {
        var sum = new CRC32();
        Arrays.stream(text.split("\\R")).forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
        return "%08x".formatted(sum.getValue());
    }
}
