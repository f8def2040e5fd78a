package io.kanilint.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.lint.LintResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The form that GitLab documents for Code Quality reports. */
class CodeQualityReportTest {

    @Test
    void holdsWhatGitLabReads() {
        JsonNode issues = Reported.json(new CodeQualityReport(), Reported.everything());

        assertThat(issues).hasSize(2);
        JsonNode issue = issues.get(0);
        assertThat(issue.propertyNames())
                .containsExactly("description", "check_name", "fingerprint", "severity", "location");
        assertThat(issue.get("description").asString()).isEqualTo("Job 'build' is wrong.");
        assertThat(issue.get("check_name").asString()).isEqualTo("multi-build-job");
        assertThat(issue.at("/location/path").asString()).isEqualTo("some where/.gitlab-ci.yml");
        assertThat(issue.at("/location/lines/begin").asInt()).isEqualTo(3);
        assertThat(issues.valueStream().map(one -> one.get("severity").asString()))
                .containsExactly("critical", "info");
    }

    @Test
    void nothingFoundIsAnEmptyList() {
        var nothing = new LintResult(List.of(), List.of(), true, true, 0, 0, 0, 0);

        assertThat(Reported.text(new CodeQualityReport(), nothing)).isEqualTo("[ ]\n");
    }

    /** GitLab and other programs compare them between two runs. */
    @Test
    void fingerprintsAreTheSameInEveryFormat() {
        LintResult result = Reported.everything();
        List<String> quality = Reported.json(new CodeQualityReport(), result)
                .valueStream()
                .map(one -> one.get("fingerprint").asString())
                .toList();

        assertThat(quality).doesNotHaveDuplicates().allMatch(fingerprint -> fingerprint.matches("[0-9a-f]{32}"));
        assertThat(Reported.json(new JsonReport(), result)
                        .get("findings")
                        .valueStream()
                        .map(one -> one.get("fingerprint").asString()))
                .isEqualTo(quality);
        assertThat(Reported.json(new SarifReport(), result)
                        .at("/runs/0/results")
                        .valueStream()
                        .map(one -> one.at("/partialFingerprints/kanilint~1v1").asString()))
                .isEqualTo(quality);
    }
}
