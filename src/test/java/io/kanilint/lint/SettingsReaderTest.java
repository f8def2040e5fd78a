package io.kanilint.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kanilint.finding.Severity;
import io.kanilint.fix.SplitStyle;
import io.kanilint.lint.Settings.Comments;
import io.kanilint.lint.Settings.Ignored;
import io.kanilint.text.Source;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand in {@code .kanilint.yml}, and what is said where it must not. */
class SettingsReaderTest {

    @Test
    void everythingIsRead() {
        Settings settings = read("""
                rules:
                  multi-build-job: warning
                  unreadable-configuration: off
                ignore:
                  - {rule: multi-build-job, job: "build", file: ci/build.yml, reason: "only COPY"}
                  - rule: multi-build-job
                    reason: known
                comments:
                  severity: error
                  max: 3
                split: matrix
                """);

        assertThat(settings)
                .isEqualTo(new Settings(
                        Map.of("multi-build-job", Level.WARNING, "unreadable-configuration", Level.OFF),
                        List.of(
                                new Ignored("multi-build-job", "build", "ci/build.yml", "only COPY"),
                                new Ignored("multi-build-job", null, null, "known")),
                        new Comments(Severity.ERROR, 3),
                        SplitStyle.MATRIX));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# nothing\n", "---\n", "rules:\nignore:\ncomments:\n", "\uFEFF{}\r\n"})
    void whatIsNotSaidIsAsUsual(String text) {
        assertThat(read(text)).isEqualTo(Settings.DEFAULT);
        assertThat(Settings.DEFAULT.comments()).isEqualTo(new Comments(Severity.WARNING, 10));
        assertThat(Settings.DEFAULT.split()).isEqualTo(SplitStyle.JOBS);
    }

    @Test
    void aProjectMayHaveNone() {
        assertThat(SettingsReader.of(MapProject.of(""))).isEqualTo(Settings.DEFAULT);
        assertThat(SettingsReader.of(new MapProject(Map.of(Settings.FILE, "split: matrix")))
                        .split())
                .isEqualTo(SplitStyle.MATRIX);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "rulez: {} | 1:1: Settings knows no 'rulez'; did you mean 'rules'?",
                "nonsense: 1 | 1:1: Settings knows no 'nonsense'; there are rules, ignore, comments and split.",
                "[] | 1:1: Settings must be a mapping, not a list.",
                "rules | 1:1: Settings must be a mapping, not a text.",
                "rules: [multi-build-job] | 1:8: 'rules' must be a mapping, not a list.",
                "rules: {multi-bild-job: off} | 1:9: 'rules' knows no 'multi-bild-job'; did you mean 'multi-build-job'?",
                "rules: {multi-build-job: warn} | 1:26: 'warn' is not a level; did you mean 'warning'?",
                "rules: {multi-build-job: loudest} | 1:26: 'loudest' is not a level; there are off, info, warning and error.",
                "rules: {multi-build-job: Off} | 1:26: 'Off' is not a level; did you mean 'off'?",
                "rules: {multi-build-job: } | 1:9: 'multi-build-job' must be a text, not nothing.",
                "rules: {multi-build-job: [off]} | 1:26: 'multi-build-job' must be a text, not a list.",
                "ignore: {rule: multi-build-job} | 1:9: 'ignore' must be a list, not a mapping.",
                "ignore: [multi-build-job] | 1:10: An entry of 'ignore' must be a mapping, not a text.",
                "ignore: [{rule: multi-build-job}] | 1:10: An entry of 'ignore' needs a 'reason'.",
                "ignore: [{rule: multi-build-job, reason: ' '}] | 1:42: 'reason' is empty.",
                "ignore: [{reason: x}] | 1:10: An entry of 'ignore' needs a 'rule'.",
                "ignore: [{rule: x, reason: x}] | 1:17: 'x' is not a rule",
                "ignore: [{rule: multi-build-job, jobs: a, reason: x}] | 1:34: An entry of 'ignore' knows no 'jobs'; did you mean 'job'?",
                "comments: {max: many} | 1:17: 'many' is not a whole number from 0 to 1000.",
                "comments: {max: -1} | 1:17: '-1' is not a whole number from 0 to 1000.",
                "comments: {max: 99999999999} | 1:17: '99999999999' is not a whole number from 0 to 1000.",
                "comments: {severity: off} | 1:22: 'off' is not a severity; there are info, warning and error.",
                "split: job | 1:8: 'job' is not a way to split; did you mean 'jobs'?",
                "split: | 1:1: 'split' must be a text, not nothing.",
                "{split: jobs, split: jobs} | 1:15: 'split' is given twice.",
                "rules: 'x | 1:8: This is not YAML: the quote that is opened here is never closed.",
                "split: *style | 1:8: The alias *style has no anchor"
            })
    void whatIsWrongIsSaidWithItsPlace(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("ci/.kanilint.yml:" + message);
    }

    @Test
    void aSecondDocumentIsNotPassedOver() {
        assertThatThrownBy(() -> read("split: matrix\n---\nrules: {}\n"))
                .hasMessage("ci/.kanilint.yml:3:1: Settings are one document; a second one begins here.");
    }

    @Test
    void whatAFileSaysCountsBeforeTheDefaultsKeyByKey() {
        Settings defaults = read("""
                rules: {multi-build-job: off, unknown-flag: info}
                ignore: [{rule: multi-build-job, job: nightly, reason: theirs}]
                comments: {severity: error, max: 3}
                split: matrix
                """);
        Settings both = SettingsReader.read(new Source(".kanilint.yml", """
                rules: {multi-build-job: error, archived-image: off}
                ignore: [{rule: unknown-flag, reason: ours}]
                comments: {max: 5}
                """), defaults);

        assertThat(both)
                .isEqualTo(new Settings(
                        Map.of("multi-build-job", Level.ERROR, "unknown-flag", Level.INFO, "archived-image", Level.OFF),
                        List.of(
                                new Ignored("multi-build-job", "nightly", null, "theirs"),
                                new Ignored("unknown-flag", null, null, "ours")),
                        new Comments(Severity.ERROR, 5),
                        SplitStyle.MATRIX));
        assertThat(SettingsReader.read(new Source(".kanilint.yml", "split: jobs"), defaults)
                        .split())
                .isEqualTo(SplitStyle.JOBS);
        assertThat(SettingsReader.read(new Source(".kanilint.yml", "# nothing\n"), defaults))
                .isEqualTo(defaults);
    }

    private static Settings read(String text) {
        return SettingsReader.read(new Source("ci/.kanilint.yml", text));
    }
}
