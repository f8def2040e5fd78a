package io.kanilint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.lint.Linter;
import io.kanilint.lint.MapProject;
import io.kanilint.lint.Settings;
import io.kanilint.text.Edit;
import io.kanilint.text.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the fixes make of an image, in each way to write one. */
class ImageFixTest {
    private static final String SCRIPT = "  script: ls\n";
    private static final String KANIKO = "ghcr.io/osscontainertools/kaniko:v1.28.3-debug";

    private static List<Fix> fixes(String rule, String text) {
        return Linter.lint(MapProject.of(text), Settings.DEFAULT).findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .map(Finding::fixes)
                .flatMap(List::stream)
                .toList();
    }

    private static String fixed(String rule, String text) {
        List<Edit> edits =
                fixes(rule, text).stream().flatMap(fix -> fix.edits().stream()).toList();
        return Edit.apply(new Source(".gitlab-ci.yml", text), edits).text();
    }

    private static String cleared(String image) {
        return fixed("entrypoint-not-cleared", "a:\n" + image + SCRIPT)
                .replaceFirst("^a:\\R", "")
                .replaceFirst(SCRIPT + "$", "");
    }

    @Test
    void entryPointIsAddedAsTheImageIsWritten() {
        assertThat(cleared("  image: '" + KANIKO + "' # why\n"))
                .isEqualTo("  image:\n    name: '" + KANIKO + "' # why\n    entrypoint: [\"\"]\n");
        assertThat(cleared("  image:\n    pull_policy: always\n    name: " + KANIKO + "\n"))
                .isEqualTo("  image:\n    pull_policy: always\n    name: " + KANIKO + "\n    entrypoint: [\"\"]\n");
        assertThat(cleared("  image: {name: " + KANIKO + "}\n"))
                .isEqualTo("  image: {name: " + KANIKO + ", entrypoint: [\"\"]}\n");
        assertThat(cleared("  image: {\"name\":\"" + KANIKO + "\"}\n"))
                .isEqualTo("  image: {\"name\":\"" + KANIKO + "\", entrypoint: [\"\"]}\n");
        assertThat(cleared("  image: {\n    name: " + KANIKO + "\n  }\n"))
                .isEqualTo("  image: {\n    name: " + KANIKO + ", entrypoint: [\"\"]\n  }\n");
        assertThat(cleared("  image: {name: " + KANIKO + ", entrypoint: [/kaniko/executor]}\n"))
                .isEqualTo("  image: {name: " + KANIKO + ", entrypoint: [\"\"]}\n");
    }

    @Test
    void nameWithBracesIsQuotedInAFlowMapping() {
        assertThat(fixed(
                        "entrypoint-not-cleared",
                        "a: {image: $R/osscontainertools/kaniko:v1.28.3-debug, script: ls}\n"))
                .isEqualTo(
                        "a: {image: {name: $R/osscontainertools/kaniko:v1.28.3-debug, entrypoint: [\"\"]}, script: ls}\n");
        assertThat(fixed(
                        "entrypoint-not-cleared",
                        "a: {image: '${R}/osscontainertools/kaniko:v1.28.3-debug', script: ls}\n"))
                .isEqualTo(
                        "a: {image: {name: '${R}/osscontainertools/kaniko:v1.28.3-debug', entrypoint: [\"\"]}, script: ls}\n");
    }

    @Test
    void windowsLineEndsStay() {
        assertThat(fixed("entrypoint-not-cleared", "a:\r\n  image: " + KANIKO + "\r\n  script: ls\r\n"))
                .isEqualTo("a:\r\n  image:\r\n    name: " + KANIKO + "\r\n    entrypoint: [\"\"]\r\n  script: ls\r\n");
    }

    @Test
    void anchorOfAnImageBecomesAMappingForAllWhoUseIt() {
        String text = "a:\n  image: &k " + KANIKO + "\n" + SCRIPT + "b:\n  image: *k\n" + SCRIPT;
        assertThat(fixed("entrypoint-not-cleared", text))
                .isEqualTo("a:\n  image: &k\n    name: " + KANIKO + "\n    entrypoint: [\"\"]\n" + SCRIPT
                        + "b:\n  image: *k\n" + SCRIPT);
    }

    @Test
    void anchorThatIsNeededAsATextStaysOne() {
        String text =
                "a:\n  image: &k " + KANIKO + "\n" + SCRIPT + "b:\n  image: {name: *k, entrypoint: [\"\"]}\n" + SCRIPT;
        assertThat(fixes("entrypoint-not-cleared", text)).isEmpty();
        String elsewhere = "v: &k " + KANIKO + "\nvariables: {K: *k}\na:\n  image: *k\n" + SCRIPT;
        assertThat(fixed("entrypoint-not-cleared", elsewhere.replace("v:", ".v:")))
                .contains("  image:\n    name: *k\n    entrypoint: [\"\"]\n")
                .contains("variables: {K: *k}\n");
    }

    @Test
    void anchorThatStandsForMoreThanImagesStaysAText() {
        for (String use : List.of("services: [*k]", "tags: [x,*k]", "parallel: {matrix: [{image: *k}]}")) {
            String text = "a:\n  image: &k " + KANIKO + "\n  " + use + "\n" + SCRIPT;
            assertThat(fixes("entrypoint-not-cleared", text)).as(text).isEmpty();
        }
        String variable = "variables:\n  image: &k " + KANIKO + "\na:\n  image: *k\n" + SCRIPT;
        assertThat(fixes("entrypoint-not-cleared", variable)).isEmpty();
    }

    private static String withShell(String image) {
        return fixed("image-without-shell", "a:\n  image: " + image + "\n" + SCRIPT)
                .replaceFirst("^a:\n  image: ", "")
                .replaceFirst("\n" + SCRIPT + "$", "");
    }

    @Test
    void tagWithAShellIsTakenWhereItIsCertain() {
        assertThat(withShell("\"gcr.io/kaniko-project/executor:v1.9.0\" # c"))
                .isEqualTo("\"gcr.io/kaniko-project/executor:v1.9.0-debug\" # c");
        assertThat(withShell("gcr.io/kaniko-project/executor")).isEqualTo("gcr.io/kaniko-project/executor:debug");
        assertThat(withShell("gcr.io/kaniko-project/executor:latest"))
                .isEqualTo("gcr.io/kaniko-project/executor:debug");
        assertThat(withShell("gcr.io/kaniko-project/executor:v1.9.0-slim"))
                .isEqualTo("gcr.io/kaniko-project/executor:v1.9.0-slim");
        assertThat(withShell("cgr.dev/chainguard/kaniko:latest")).isEqualTo("cgr.dev/chainguard/kaniko:latest");
    }

    @Test
    void tagOnAMirrorIsForAPersonToSee() {
        assertThat(fixes("image-without-shell", "a:\n  image: gcr.io/kaniko-project/executor:v1.9.0\n" + SCRIPT))
                .extracting(Fix::safe)
                .containsExactly(true);
        assertThat(fixes("image-without-shell", "a:\n  image: r.example.com/kaniko-project/executor:v1.9.0\n" + SCRIPT))
                .extracting(Fix::safe)
                .containsExactly(false);
    }

    @Test
    void tagInAVariableIsNotChanged() {
        assertThat(fixes(
                        "image-without-shell",
                        "variables: {TAG: v1.9.0}\na:\n  image: gcr.io/kaniko-project/executor:$TAG\n" + SCRIPT))
                .isEmpty();
    }
}
