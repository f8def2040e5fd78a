package io.kanilint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.kanilint.demo.Seed;
import io.kanilint.fix.CiSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** The files of this project that run Kanilint, or are run by GitLab, are such as Kanilint asks for. */
class OwnFilesTest {
    private static final Path HERE = Path.of("").toAbsolutePath();
    private static final String COMPONENT = "templates/kanilint/template.yml";
    private static final Path HOOK_SCHEMA = Path.of("../shared/schemas/pre-commit-hooks.json");
    private static final Pattern INPUT = Pattern.compile("\\$\\[\\[ inputs\\.([a-z-]+) ]]");

    @TempDir
    private Path folder;

    @Test
    void ourPipelineIsSound() throws IOException {
        Ran ran = Ran.in(HERE, "check", "--fail-on", "info", ".gitlab-ci.yml");
        assertThat(ran.code()).as(ran.toString()).isZero();
        assertThat(ran.out()).contains("1 Kaniko build ");
        assertValid(Files.readString(Path.of(".gitlab-ci.yml")));
    }

    @Test
    void theComponentIsSound() throws IOException {
        Files.createDirectories(folder.resolve(COMPONENT).getParent());
        Files.copy(Path.of(COMPONENT), folder.resolve(COMPONENT));
        Files.writeString(folder.resolve(".gitlab-ci.yml"), """
                include:
                  - local: /templates/kanilint/template.yml
                    inputs:
                      image: registry.example.com/tools/kanilint:1.0.0
                """);
        Ran ran = Ran.in(folder, "check", "--fail-on", "info", ".gitlab-ci.yml");
        assertThat(ran.code()).as(ran.toString()).isZero();
        assertThat(ran.out()).contains("1 job ").doesNotContain("not seen");
        String content = Files.readString(Path.of(COMPONENT));
        assertValid(content.substring(content.indexOf("\n---\n") + 5));
    }

    @Test
    void theComponentsCommandsWriteItsReports() throws IOException {
        Files.writeString(folder.resolve(".gitlab-ci.yml"), Seed.CI_FILE);
        assertThat(commands())
                .hasSize(3)
                .allSatisfy(command -> assertThat(command).startsWith("kanilint check "));
        List<Integer> codes = commands().stream()
                .map(command -> command.split(" "))
                .map(words -> Ran.in(folder, Arrays.copyOfRange(words, 1, words.length))
                        .code())
                .toList();
        assertThat(codes).as("only the last one fails the job").containsExactly(0, 0, 1);
        for (String report : List.of("kanilint-code-quality.json", "kanilint.sarif")) {
            assertThat(JsonMapper.shared()
                            .readTree(Files.readString(folder.resolve(report)))
                            .isEmpty())
                    .as(report)
                    .isFalse();
        }
    }

    @Test
    void theHooksForPreCommitRunTheCheck() throws IOException {
        List<Map<String, Object>> hooks = new Yaml().load(Files.readString(Path.of(".pre-commit-hooks.yaml")));
        assertThat(hooks).hasSize(2).allSatisfy(hook -> {
            assertThat(hook).containsEntry("entry", "kanilint check");
            var files = Pattern.compile(String.valueOf(hook.get("files")));
            assertThat(List.of(".gitlab-ci.yml", "a/.gitlab-ci.yaml")).allMatch(files.asPredicate());
            assertThat(files.asPredicate().test("x.gitlab-ci.yml")).isFalse();
        });
        assumeThat(HOOK_SCHEMA).exists();
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Files.readString(HOOK_SCHEMA));
        assertThat(schema.validate(JsonMapper.shared().writeValueAsString(hooks), InputFormat.JSON))
                .isEmpty();
    }

    private static void assertValid(String ciFile) throws IOException {
        assumeThat(CiSchema.find()).isPresent();
        assertThat(CiSchema.find().orElseThrow().errors(ciFile)).isEmpty();
    }

    /** With the inputs' defaults in their places. */
    private static List<String> commands() throws IOException {
        var documents = new Yaml().loadAll(Files.readString(Path.of(COMPONENT))).iterator();
        Map<?, ?> inputs = (Map<?, ?>) ((Map<?, ?>) ((Map<?, ?>) documents.next()).get("spec")).get("inputs");
        Map<?, ?> job =
                (Map<?, ?>) ((Map<?, ?>) documents.next()).values().iterator().next();
        return ((List<?>) job.get("script"))
                .stream()
                        .map(line -> INPUT.matcher(String.valueOf(line))
                                .replaceAll(input ->
                                        String.valueOf(((Map<?, ?>) inputs.get(input.group(1))).get("default"))))
                        .toList();
    }
}
