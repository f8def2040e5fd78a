package io.kanilint.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Severity;
import io.kanilint.lint.LintResult;
import io.kanilint.text.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person at a terminal sees. */
class TextReportTest {

    @Test
    void showsPlacesLinesFixAndSummary() {
        assertThat(Reported.text(new TextReport(Style.PLAIN), Reported.everything()))
                .isEqualTo("""
                        some where/.gitlab-ci.yml:3:22: error multi-build-job
                            3 |     - echo '日本 😀' && /kaniko/executor -d a/b
                                                        ^^^^^^^^^^^^^^^^^^^^^^^
                            4 |     - make
                            --> ci/bäu.sh:2:1: And there.
                          Job 'build' is wrong.

                          Mend it:
                          @@ -1,5 +1,3 @@
                          -build:
                          +a:
                             script:
                               - echo '日本 😀' && /kaniko/executor -d a/b
                          -    - make
                          -last: {}
                          --- a/ci/bäu.sh
                          +++ b/ci/bäu.sh
                          @@ -1,3 +1,4 @@
                           one
                           two
                          -three
                          +3
                          +4

                        some where/.gitlab-ci.yml:1:1: info unreadable-configuration
                            1 | build:
                                ^
                          Odd.

                        some where/.gitlab-ci.yml:1:1: not seen: It lies elsewhere.
                        1 error, 1 note (2 jobs and 1 Kaniko build in 2 files; 3 findings ignored).
                        """);
    }

    /** The mark stands under the word, however wide what is before it is shown. */
    @ParameterizedTest
    @CsvSource({
        "'- X', 2",
        "'\tX', 4",
        "'a\tbc\tX', 8",
        "'日本X', 4",
        "'😀X', 2",
        "'e\u0301X', 1",
        "'ｶX', 1",
        "'한글 X', 5",
        "'\u001B[2JX', 4",
        "'\u202EX', 1"
    })
    void marksTheColumnThatTheTerminalShows(String line, int column) {
        List<String> shown = shown(line);

        assertThat(shown.get(1)).endsWith(" | " + shown.get(1).substring(8)).doesNotContain("\u001B", "\u202E", "\t");
        assertThat(shown.get(2)).isEqualTo(" ".repeat(8 + column) + "^");
    }

    @Test
    void ofAVeryLongLineTheNeighbourhoodIsShown() {
        List<String> shown = shown("😀".repeat(50_000) + "X" + "y".repeat(100_000));

        assertThat(shown.get(1).length()).isLessThan(500);
        assertThat(shown.get(1)).contains("…😀").contains("😀Xy").endsWith("y…");
        assertThat(Columns.of(shown.get(2))).isEqualTo(Columns.of(shown.get(1).replaceFirst("X.*", "X")));
    }

    @Test
    void aPlaceBehindTheLastLineIsShownWithoutALine() {
        var source = new Source("a.yml", "");
        var finding = new Finding("r", Severity.WARNING, "", Reported.in(source, ""), "Empty.", List.of(), List.of());

        assertThat(text(source, finding)).startsWith("a.yml:1:1: warning r\n    1 | \n        ^\n  Empty.\n");
    }

    @Test
    void pathsCommandNoTerminal() {
        var source = new Source("a\u001B[2J.yml", "X\n");
        var finding = new Finding("r", Severity.WARNING, "", Reported.in(source, "X"), "It.", List.of(), List.of());

        assertThat(text(source, finding)).startsWith("a?[2J.yml:1:1: ").doesNotContain("\u001B");
    }

    private static List<String> shown(String line) {
        var source = new Source("a.yml", line + "\n");
        var finding = new Finding("r", Severity.WARNING, "", Reported.in(source, "X"), "It.", List.of(), List.of());
        return text(source, finding).lines().toList();
    }

    private static String text(Source source, Finding finding) {
        return Reported.text(
                new TextReport(Style.PLAIN), new LintResult(List.of(finding), List.of(), true, true, 1, 1, 0, 0));
    }
}
