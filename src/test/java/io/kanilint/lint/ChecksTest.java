package io.kanilint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Severity;
import io.kanilint.pipeline.Gap;
import io.kanilint.rules.Configuration;
import io.kanilint.rules.MultiBuildJob;
import io.kanilint.rules.Rule;
import io.kanilint.shell.Effort;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChecksTest {

    private static final class BrokenRule implements Rule {
        @Override
        public String id() {
            return "broken-rule";
        }

        @Override
        public Severity severity() {
            return Severity.ERROR;
        }

        @Override
        public String summary() {
            return "breaks down";
        }

        @Override
        public Stream<Finding> check(Configuration configuration) {
            throw new IllegalStateException("over all of them");
        }
    }

    @Test
    void aRuleThatBreaksDownLeavesTheOthersAlone() {
        Configuration configuration = Linter.configuration(TextProject.of("""
                build:
                  script:
                    - /kaniko/executor -d example.com/a
                    - /kaniko/executor -d example.com/b
                """), new Effort());
        Checks checks = Checks.of(configuration, List.of(new BrokenRule(), new MultiBuildJob()));
        assertThat(checks.findings()).extracting(Finding::rule).containsExactly("multi-build-job");
        assertThat(checks.failed())
                .extracting(Gap::reason)
                .singleElement()
                .asString()
                .contains("Rule 'broken-rule'", "a fault of Kanilint", "IllegalStateException");
    }
}
