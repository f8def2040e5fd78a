package io.kanilint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.text.Source;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a file is lost for a fault in it, what is not found may be there all the same. */
class IntactTest {
    private static final String JOB = "test: {script: [echo]}\n";

    @ParameterizedTest
    @ValueSource(strings = {"a: [", "", "- a list", "include: /gone.yml"})
    void aLostFileIsNoticedWhereverItIs(String text) {
        assertThat(lint(Map.of(MapProject.CI_FILE, text)).intact()).isFalse();
        assertThat(lint(Map.of(MapProject.CI_FILE, JOB + "include: /part.yml", "part.yml", text))
                        .intact())
                .isFalse();
        assertThat(lint(Map.of(MapProject.CI_FILE, JOB + "child: {trigger: {include: part.yml}}", "part.yml", text))
                        .intact())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "include: {remote: 'https://example.com/part.yml'}",
                "include: {project: a/b, file: part.yml}",
                "broken: {stage: test}",
                "broken: {extends: .nothing, script: [echo]}"
            })
    void whatLosesNoFileIsNone(String more) {
        assertThat(lint(Map.of(MapProject.CI_FILE, JOB + more)).intact()).isTrue();
    }

    @Test
    void theSettingsDoNotMatter() {
        Settings settings = SettingsReader.read(new Source(Settings.FILE, "rules: {unreadable-configuration: off}"));
        LintResult result =
                Linter.lint(new MapProject(Map.of(MapProject.CI_FILE, JOB + "include: /gone.yml")), settings);
        assertThat(result.findings()).isEmpty();
        assertThat(result.intact()).isFalse();
    }

    private static LintResult lint(Map<String, String> files) {
        return Linter.lint(new MapProject(files), Settings.DEFAULT);
    }
}
