package io.kanilint.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.lint.Linter;
import io.kanilint.lint.Settings;
import io.kanilint.pipeline.FolderFiles;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON that scripts rely on, name by name. */
class JsonReportTest {
    private static final String TWO_BUILDS = """
            # 😀
            build:
              script:
                - /kaniko/executor --context web --destination "registry.example.com/web:1"
                - echo "😀" && /kaniko/executor --context api --destination "registry.example.com/api:😀"
            """;

    @TempDir
    private Path folder;

    @Test
    void namesEverythingAsPromised() throws IOException {
        JsonNode json = json(TWO_BUILDS);

        assertThat(json.propertyNames()).containsExactly("schema_version", "tool", "findings", "gaps", "summary");
        assertThat(json.get("schema_version").asInt()).isEqualTo(1);
        assertThat(json.get("tool"))
                .isEqualTo(tree("{'name': 'kanilint', 'version': '%s'}".formatted(Version.CURRENT)));
        assertThat(json.get("gaps")).isEqualTo(tree("[]"));
        assertThat(json.get("summary"))
                .isEqualTo(
                        tree(
                                "{'files': 1, 'jobs': 1, 'builds': 2, 'findings': {'error': 1, 'warning': 0, 'info': 0}, 'ignored': 0}"));
    }

    @Test
    void aFindingHasItsPlaceInCodePointsBothEndsIncluded() throws IOException {
        JsonNode finding = onlyFinding(json(TWO_BUILDS));

        assertThat(finding.propertyNames())
                .containsExactly(
                        "rule",
                        "severity",
                        "job",
                        "file",
                        "start",
                        "end",
                        "message",
                        "fingerprint",
                        "help",
                        "related",
                        "fixes");
        assertThat(finding.get("rule").asString()).isEqualTo("multi-build-job");
        assertThat(finding.get("severity").asString()).isEqualTo("error");
        assertThat(finding.get("job").asString()).isEqualTo("build");
        assertThat(finding.get("file").asString()).isEqualTo(".gitlab-ci.yml");
        assertThat(finding.get("start")).isEqualTo(tree("{'line': 5, 'column': 19}"));
        assertThat(finding.get("end")).isEqualTo(tree("{'line': 5, 'column': 91}"));
        assertThat(finding.get("message").asString()).startsWith("Job 'build'");
        assertThat(finding.get("fingerprint").asString()).isNotBlank();
        assertThat(finding.get("help").asString()).startsWith("https://").endsWith("/multi-build-job");
    }

    @Test
    void theOtherBuildsAreRelated() throws IOException {
        JsonNode related = onlyFinding(json(TWO_BUILDS)).get("related");

        assertThat(related).hasSize(1);
        assertThat(related.get(0).propertyNames()).containsExactly("file", "line", "message");
        assertThat(related.get(0).get("file").asString()).isEqualTo(".gitlab-ci.yml");
        assertThat(related.get(0).get("line").asInt()).isEqualTo(4);
    }

    @Test
    void anEditReplacesWholeLines() throws IOException {
        JsonNode fix = onlyFinding(json(TWO_BUILDS)).get("fixes").get(0);

        assertThat(fix.propertyNames()).containsExactly("title", "safe", "edits");
        assertThat(fix.get("safe").isBoolean()).isTrue();
        assertThat(fix.get("edits")).hasSize(1);
        JsonNode edit = fix.get("edits").get(0);
        assertThat(edit.propertyNames()).containsExactly("file", "start_line", "end_line", "replacement");
        assertThat(edit.get("start_line").asInt()).isEqualTo(2);
        assertThat(edit.get("end_line").asInt()).isEqualTo(5);
        List<String> replacement =
                edit.get("replacement").valueStream().map(JsonNode::asString).toList();
        assertThat(replacement).first().isEqualTo("build_web:");
        assertThat(replacement).noneMatch(line -> line.contains("\n"));
    }

    @Test
    void aFoldedCommandEndsOnItsLastLine() throws IOException {
        JsonNode finding = onlyFinding(json("""
                build:
                  script:
                    - /kaniko/executor -d a/b
                    - /kaniko/executor
                      --destination
                      "a/😀"
                """));

        assertThat(finding.get("start")).isEqualTo(tree("{'line': 4, 'column': 7}"));
        assertThat(finding.get("end")).isEqualTo(tree("{'line': 6, 'column': 11}"));
    }

    @Test
    void whatWasNotSeenIsAGap() throws IOException {
        JsonNode gaps = json("include: https://example.com/ci.yml\nbuild:\n  script: make\n")
                .get("gaps");

        assertThat(gaps).isNotEmpty();
        assertThat(gaps.get(0).propertyNames()).containsExactly("file", "line", "reason");
        assertThat(gaps.get(0).get("line").asInt()).isEqualTo(1);
    }

    @Test
    void whatCannotBeReadIsAFindingWithoutAJob() throws IOException {
        JsonNode finding = onlyFinding(json("build: [\n"));

        assertThat(finding.get("rule").asString()).isEqualTo("unreadable-configuration");
        assertThat(finding.get("job").asString()).isEmpty();
        assertThat(finding.get("fixes")).isEmpty();
    }

    private JsonNode json(String ciFile) throws IOException {
        Files.writeString(folder.resolve(".gitlab-ci.yml"), ciFile);
        var text = new StringWriter();
        var files = new FolderFiles(folder, ".gitlab-ci.yml", ".gitlab-ci.yml");
        new JsonReport().write(Linter.lint(files, Settings.DEFAULT), text);
        assertThat(text.toString()).endsWith("}\n");
        return JsonMapper.shared().readTree(text.toString());
    }

    private static JsonNode onlyFinding(JsonNode json) {
        assertThat(json.get("findings")).hasSize(1);
        return json.get("findings").get(0);
    }

    private static JsonNode tree(String json) {
        return JsonMapper.shared().readTree(json.replace('\'', '"'));
    }
}
