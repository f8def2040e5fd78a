package io.kanilint.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.kanilint.lint.LintResult;
import io.kanilint.rules.Rules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** SARIF, by the standard's own schema and field by field. */
class SarifReportTest {
    private static final LintResult NOTHING = new LintResult(List.of(), List.of(), false, false, 0, 0, 0, 0);

    @Test
    void obeysTheStandardsSchema() throws IOException {
        assertThat(errors(Reported.everything())).isEmpty();
        assertThat(errors(NOTHING)).isEmpty();
    }

    /** The schema of a library that is generated from it. */
    private static List<Error> errors(LintResult result) throws IOException {
        try (InputStream schema = SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8))
                    .validate(Reported.text(new SarifReport(), result), InputFormat.JSON);
        }
    }

    @Test
    void listsEveryRuleWithItsPage() {
        JsonNode rules = run(NOTHING).at("/tool/driver/rules");

        assertThat(rules).hasSize(Rules.ALL.size());
        JsonNode rule = rules.get(0);
        assertThat(rule.get("id").asString()).isEqualTo("multi-build-job");
        assertThat(rule.at("/defaultConfiguration/level").asString()).isEqualTo("error");
        assertThat(rule.at("/help/text").asString()).contains("https://");
        assertThat(rule.at("/help/markdown").asString()).startsWith("# multi-build-job\n");
    }

    @Test
    void aRegionEndsBehindItsLastCharacter() {
        JsonNode result = run(Reported.everything()).at("/results/0");

        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asString())
                .isEqualTo("some%20where/.gitlab-ci.yml");
        JsonNode region = result.at("/locations/0/physicalLocation/region");
        assertThat(region.get("startLine").asInt()).isEqualTo(3);
        assertThat(region.get("startColumn").asInt()).isEqualTo(22);
        assertThat(region.get("endLine").asInt()).isEqualTo(3);
        assertThat(region.get("endColumn").asInt()).isEqualTo(22 + "/kaniko/executor -d a/b".length());
        assertThat(result.at("/locations/0/logicalLocations/0/name").asString()).isEqualTo("build");
        assertThat(result.get("ruleIndex").asInt()).isZero();
        assertThat(run(Reported.everything()).at("/columnKind").asString()).isEqualTo("unicodeCodePoints");
    }

    @Test
    void everyLevelHasItsWord() {
        JsonNode results = run(Reported.everything()).get("results");

        assertThat(results.valueStream().map(one -> one.get("level").asString()))
                .containsExactly("error", "note");
    }

    @Test
    void otherPlacesAndGapsAreTold() {
        JsonNode run = run(Reported.everything());

        JsonNode related = run.at("/results/0/relatedLocations");
        assertThat(related).hasSize(2);
        assertThat(related.at("/1/physicalLocation/artifactLocation/uri").asString())
                .isEqualTo("ci/b%C3%A4u.sh");
        assertThat(related.at("/1/message/text").asString()).isEqualTo("And there.");
        assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text")
                        .asString())
                .isEqualTo("It lies elsewhere.");
        assertThat(run(NOTHING).at("/invocations/0/executionSuccessful").asBoolean())
                .isFalse();
    }

    @Test
    void fixesAreRegionsAndTexts() {
        JsonNode changes = run(Reported.everything()).at("/results/0/fixes/0/artifactChanges");

        assertThat(changes).hasSize(2);
        assertThat(changes.at("/0/replacements")).isEqualTo(tree("""
                        [{'deletedRegion': {'startLine': 1, 'startColumn': 1, 'endLine': 2, 'endColumn': 10},
                          'insertedContent': {'text': 'a:\\r\\n  script:'}},
                         {'deletedRegion': {'startLine': 4, 'startColumn': 1, 'endLine': 5, 'endColumn': 1}},
                         {'deletedRegion': {'startLine': 5, 'startColumn': 1, 'endLine': 5, 'endColumn': 9}}]"""));
        assertThat(changes.at("/1/replacements")).isEqualTo(tree("""
                        [{'deletedRegion': {'startLine': 3, 'startColumn': 1, 'endLine': 3, 'endColumn': 6},
                          'insertedContent': {'text': '3\\n4'}}]"""));
    }

    private static JsonNode run(LintResult result) {
        return Reported.json(new SarifReport(), result).at("/runs/0");
    }

    private static JsonNode tree(String json) {
        return JsonMapper.shared().readTree(json.replace('\'', '"'));
    }
}
