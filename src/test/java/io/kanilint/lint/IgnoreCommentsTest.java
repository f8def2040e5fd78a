package io.kanilint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.finding.Finding;
import io.kanilint.pipeline.Gap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code # kanilint: ignore} in CI files. */
class IgnoreCommentsTest {
    private static final String FIRST = "/kaniko/executor -c web -d example.com/web:1";
    private static final String SECOND = "/kaniko/executor -c api -d example.com/api:1";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# kanilint: ignore multi-build-job",
                "#kanilint:ignore multi-build-job",
                "# kanilint: ignore multi-build-job -- the second one only copies",
                "# kanilint: ignore multi-build-job --",
                "# kanilint: ignore unreadable-configuration, multi-build-job -- a, b",
                "# kanilint: ignore unreadable-configuration,multi-build-job",
            })
    void isHeardAtTheEndOfTheLine(String comment) {
        LintResult result = lint("a:\n  script:\n    - %s\n    - %s %s\n".formatted(FIRST, SECOND, comment));

        assertThat(multiBuilds(result)).isEmpty();
        assertThat(result.ignored()).isEqualTo(1);
        assertThat(result.gaps()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a:\n  script:\n    - F\n    # COMMENT\n    - S\n",
                "a:\n  script:\n    - F\n    # COMMENT\n\n    # why\n    - S\n",
                "a:\r\n  script:\r\n    - F\r\n    # COMMENT\r\n    - S\r\n",
                "# COMMENT\na:\n  script:\n    - F\n    - S\n",
                "a: # COMMENT\n  script:\n    - F\n    - S\n",
                "b: {script: make}\n# COMMENT\n\n# about it\na:\n  script:\n    - F\n    - S\n",
                "# COMMENT\n.t:\n  script:\n    - F\n    - S\na:\n  extends: .t\n",
                ".t:\n  script:\n    - F\n    - S\n# COMMENT\na:\n  extends: .t\n",
                ".t:\n  script:\n    - F\n    - S # COMMENT\na:\n  extends: .t\n",
                "a:\n  script:\n    - |\n      F\n      S # COMMENT\n",
                "a:\n  script:\n    - |\n      F\n      # COMMENT\n      S\n",
                "a:\n  script: # COMMENT\n    - F\n    - >-\n      S\n"
            })
    void isHeardWhereItStands(String file) {
        boolean elsewhere = file.contains("script: # COMMENT");
        LintResult result = lint(file.replace("COMMENT", "kanilint: ignore multi-build-job")
                .replace("F", FIRST)
                .replace("S", SECOND));

        assertThat(multiBuilds(result)).hasSize(elsewhere ? 1 : 0);
        assertThat(result.ignored()).isEqualTo(elsewhere ? 0 : 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a:\n  script:\n    - F # COMMENT\n    - S\n",
                "a:\n  script:\n    - F\n    - S\n    # COMMENT\n",
                "a:\n  script:\n    - F\n    - S\n# COMMENT\nb: {script: make}\n",
                "a:\n  script:\n    - F\n    - S\nb:\n  script: make # COMMENT\n",
                "a:\n  script:\n    - echo x#COMMENT\n    - F\n    - S\n"
            })
    void coversNothingElse(String file) {
        LintResult result = lint(file.replace("COMMENT", "kanilint: ignore multi-build-job")
                .replace("F", FIRST)
                .replace("S", SECOND));

        assertThat(multiBuilds(result)).hasSize(1);
        assertThat(result.ignored()).isZero();
    }

    @Test
    void anotherRuleIsNotCovered() {
        LintResult result = lint("a:\n  script:\n    - %s\n    - %s # kanilint: ignore unreadable-configuration\n"
                .formatted(FIRST, SECOND));

        assertThat(multiBuilds(result)).hasSize(1);
    }

    @Test
    void commentsOfIncludedFilesCount() {
        var files = new MapProject(Map.of(
                MapProject.CI_FILE,
                "include: /ci/b.yml\na:\n  extends: .t\n",
                "ci/b.yml",
                ".t:\n  script:\n    - %s\n    # kanilint: ignore multi-build-job\n    - %s\n"
                        .formatted(FIRST, SECOND)));

        assertThat(multiBuilds(Linter.lint(files, Settings.DEFAULT))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ignore multi-bild-job | 1:20 | This comment ignores 'multi-bild-job', which is no rule; did you mean 'multi-build-job'?",
                "ignore multi-build-job, nonsense | 1:37 | This comment ignores 'nonsense', which is no rule.",
                "ignore multi-build-job because | 1:20 | This comment ignores nothing: commas stand between rules, and ' -- ' before the reason.",
                "ignore | 1:1 | This comment is not understood; write '# kanilint: ignore <rule> -- reason'.",
                "ignore -- why | 1:1 | This comment is not understood; write '# kanilint: ignore <rule> -- reason'.",
                "disable multi-build-job | 1:1 | This comment is not understood; write '# kanilint: ignore <rule> -- reason'."
            })
    void whatIsNotUnderstoodIsTold(String comment, String place, String reason) {
        LintResult result = lint("# kanilint: %s\na:\n  script: make\n".formatted(comment));

        assertThat(result.gaps()).hasSize(1);
        Gap gap = result.gaps().getFirst();
        assertThat(gap.span()).hasToString(MapProject.CI_FILE + ":" + place);
        assertThat(gap.reason()).isEqualTo(reason);
    }

    @Test
    void nothingHidesAFileThatCannotBeRead() {
        LintResult result = lint("# kanilint: ignore unreadable-configuration\na: 'x\n");

        assertThat(result.readable()).isFalse();
        assertThat(result.findings()).hasSize(1);
    }

    private static LintResult lint(String file) {
        return Linter.lint(MapProject.of(file), Settings.DEFAULT);
    }

    private static List<Finding> multiBuilds(LintResult result) {
        return result.findings().stream()
                .filter(finding -> finding.rule().equals("multi-build-job"))
                .toList();
    }
}
