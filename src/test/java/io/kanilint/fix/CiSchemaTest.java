package io.kanilint.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.lint.Linter;
import io.kanilint.lint.Settings;
import io.kanilint.pipeline.FolderFiles;
import io.kanilint.text.Edit;
import io.kanilint.text.Source;
import io.kanilint.yaml.YamlException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A file that GitLab's schema accepts is one that it accepts after every fix. */
class CiSchemaTest {
    private static final Path RESOURCES = Path.of("src/test/resources");
    /** Far fewer means that the comparison has become empty. */
    private static final int FEWEST = 40;

    private static Optional<CiSchema> schema = Optional.empty();

    @BeforeAll
    static void findTheSchema() throws IOException {
        schema = CiSchema.find();
        assumeTrue(schema.isPresent(), "GitLab's schema is not at hand");
    }

    @Test
    void theSchemaIsReallyAsked() {
        assertThat(schema.orElseThrow().errors("a: {script: make, needs: 7}")).isNotEmpty();
        assertThat(schema.orElseThrow().errors("a: {script: make, needs: [b]}")).isEmpty();
    }

    @Test
    void whatIsValidStaysValid() throws IOException {
        int compared = 0;
        for (Path file : files()) {
            String name = file.getFileName().toString();
            var files = new FolderFiles(file.toAbsolutePath().getParent(), name, name);
            for (Finding finding : Linter.lint(files, Settings.DEFAULT).findings()) {
                for (Fix fix : finding.fixes()) {
                    compared += compare(files, fix);
                }
            }
        }
        assertThat(compared).as("files that were compared").isGreaterThan(FEWEST);
    }

    private static int compare(FolderFiles files, Fix fix) {
        int compared = 0;
        for (String path : fix.edits().stream().map(Edit::file).distinct().toList()) {
            Source before = files.read(path).orElseThrow();
            if (errors(before.text()).isEmpty()) {
                String after = Edit.apply(before, fix.edits()).text();
                assertThat(errors(after)).as(after).isEmpty();
                compared++;
            }
        }
        return compared;
    }

    private static List<String> errors(String text) {
        try {
            return schema.orElseThrow().errors(text);
        } catch (YamlException e) {
            return List.of(e.getMessage());
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> fixtures = Files.walk(RESOURCES.resolve("fixtures"));
                Stream<Path> cases = Files.walk(RESOURCES.resolve("cases"))) {
            return Stream.concat(
                            fixtures.filter(file -> file.endsWith(".gitlab-ci.yml")),
                            cases.filter(file -> file.toString().endsWith(".yml")))
                    .filter(file -> isSmall(file))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isSmall(Path file) {
        try {
            return Files.size(file) < 20_000;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
