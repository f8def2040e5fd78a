package io.kanilint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A finding is the same one as long as it is of the same rule, file and job. */
class FingerprintTest {
    private static final String JOB = """
            %s:
              script:
                - /kaniko/executor -c web -d example.com/web:1
                - /kaniko/executor -c api -d example.com/api:1
            """;

    @Test
    void linesThatMoveChangeNothing() {
        String moved = "# one\n\nother:\n  script: make\n\n"
                + JOB.formatted("a").replace("  script:", "  stage: test\n  script:");

        assertThat(fingerprints(moved)).isNotEmpty().isEqualTo(fingerprints(JOB.formatted("a")));
    }

    @Test
    void anotherJobIsAnother() {
        assertThat(fingerprints(JOB.formatted("b"))).isNotEqualTo(fingerprints(JOB.formatted("a")));
    }

    @Test
    void whatIsIgnoredMovesNoOther() {
        String two = JOB.formatted("a") + JOB.formatted("b");

        assertThat(fingerprints("# kanilint: ignore multi-build-job\n" + two))
                .isEqualTo(fingerprints(JOB.formatted("b")));
    }

    private static List<String> fingerprints(String text) {
        return Linter.lint(MapProject.of(text), Settings.DEFAULT).findings().stream()
                .filter(finding -> finding.rule().equals("multi-build-job"))
                .map(Finding::fingerprint)
                .toList();
    }
}
