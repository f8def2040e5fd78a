package io.kanilint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Severity;
import io.kanilint.pipeline.FolderFiles;
import io.kanilint.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What settings make of findings. */
class JudgementTest {
    private static final String TWO_BUILDS = """
            a:
              script:
                - /kaniko/executor -c web -d example.com/web:1
                - /kaniko/executor -c api -d example.com/api:1
            """;

    @Test
    void aRuleGetsAnotherSeverity() {
        LintResult result = lint(TWO_BUILDS, "rules: {multi-build-job: info}");

        assertThat(multiBuilds(result)).extracting(Finding::severity).containsExactly(Severity.INFO);
        assertThat(multiBuilds(result).getFirst().fixes()).isNotEmpty();
        assertThat(multiBuilds(result).getFirst().fingerprint())
                .isEqualTo(multiBuilds(lint(TWO_BUILDS, "")).getFirst().fingerprint());
    }

    @Test
    void aRuleIsSwitchedOff() {
        LintResult result = lint(TWO_BUILDS, "rules: {multi-build-job: off}");

        assertThat(multiBuilds(result)).isEmpty();
        assertThat(result.ignored()).as("off is not ignored").isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rule: multi-build-job | true",
                "rule: multi-build-job, job: a | true",
                "rule: multi-build-job, job: b | false",
                "rule: multi-build-job, file: .gitlab-ci.yml | true",
                "rule: multi-build-job, file: ci.yml | false",
                "rule: multi-build-job, file: .gitlab-ci.yml, job: b | false",
                "rule: unreadable-configuration | false"
            })
    void aFindingIsIgnored(String entry, boolean ignored) {
        LintResult result = lint(TWO_BUILDS, "ignore: [{%s, reason: known}]".formatted(entry));

        assertThat(multiBuilds(result)).hasSize(ignored ? 0 : 1);
        assertThat(result.ignored()).isEqualTo(ignored ? 1 : 0);
    }

    /** Paths in settings are the project's own, wherever the command is run. */
    @Test
    void filesAreNamedFromTheProjectsRoot(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("ci"));
        Files.writeString(folder.resolve(".gitlab-ci.yml"), "include: ci/b.yml\n");
        Files.writeString(folder.resolve("ci/b.yml"), TWO_BUILDS);
        var files = new FolderFiles(folder, ".gitlab-ci.yml", "../some where/.gitlab-ci.yml");
        Settings settings = settings("ignore: [{rule: multi-build-job, file: ci/b.yml, reason: known}]");

        assertThat(multiBuilds(Linter.lint(files, Settings.DEFAULT)))
                .extracting(finding -> finding.span().source().path())
                .containsExactly("../some where/ci/b.yml");
        assertThat(multiBuilds(Linter.lint(files, settings))).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadStaysAnError() {
        LintResult result = lint("a: 'x\n", "rules: {unreadable-configuration: off}");

        assertThat(result.findings()).extracting(Finding::severity).containsExactly(Severity.ERROR);
    }

    @Test
    void whatGitLabWouldRefuseCanBeSwitchedOff() {
        String noScript = "a:\n  stage: test\n";

        assertThat(lint(noScript, "").findings()).isNotEmpty();
        assertThat(lint(noScript, "rules: {unreadable-configuration: off}").findings())
                .isEmpty();
    }

    private static LintResult lint(String file, String settings) {
        return Linter.lint(MapProject.of(file), settings(settings));
    }

    private static Settings settings(String text) {
        return SettingsReader.read(new Source(Settings.FILE, text));
    }

    private static List<Finding> multiBuilds(LintResult result) {
        return result.findings().stream()
                .filter(finding -> finding.rule().equals("multi-build-job"))
                .toList();
    }
}
