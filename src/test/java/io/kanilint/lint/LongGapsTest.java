package io.kanilint.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.kanilint.finding.Fix;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written very far apart, or very often, is changed as all else, and no rule runs out of stack or time. */
class LongGapsTest {
    private static final int MANY = 100_000;
    private static final Duration BOUND = Duration.ofSeconds(20);

    private static List<String> titles(String script) {
        return assertTimeoutPreemptively(BOUND, () -> {
            LintResult result = Linter.lint(TextProject.of("""
                    build:
                      image: {name: "gcr.io/kaniko-project/executor:v1.23.2-debug", entrypoint: [""]}
                      script:
                        - |
                    """ + script.indent(6)), Settings.DEFAULT);
            assertThat(result.gaps()).isEmpty();
            return result.findings().stream()
                    .flatMap(finding -> finding.fixes().stream())
                    .map(Fix::title)
                    .toList();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "\\\n"})
    void beforeAFlagThatIsLeftOut(String gap) {
        String script = "/kaniko/executor -d reg/a " + gap.repeat(MANY) + " --no-cache";
        assertThat(titles(script)).contains("Leave out '--no-cache'");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n"})
    void beforeTheBodyOfALoop(String gap) {
        String script =
                "for image in web api;" + gap.repeat(MANY) + "do /kaniko/executor -c $image -d reg/$image; done";
        assertThat(titles(script)).anyMatch(title -> title.contains("matrix:"));
    }

    @Test
    void whereManyNamesAreTaken() {
        String taken = IntStream.range(0, MANY / 2)
                .mapToObj(n -> "BUILD_IMAGE_" + n)
                .collect(Collectors.joining(" ", "# IMAGE BUILD_IMAGE ", "\n"));
        assertThat(titles(taken + "/kaniko/executor -d reg/web\n/kaniko/executor -d reg/api"))
                .anyMatch(title -> title.contains("matrix:"));
    }
}
