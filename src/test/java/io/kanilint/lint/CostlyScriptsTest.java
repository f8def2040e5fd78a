package io.kanilint.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.kanilint.finding.Finding;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Scripts that can go more ways than anyone can look at end all the same, and what is certain in them is found. */
class CostlyScriptsTest {
    private static final Duration BOUND = Duration.ofSeconds(20);

    private static LintResult lint(String text) {
        return assertTimeoutPreemptively(BOUND, () -> Linter.lint(TextProject.of(text), Settings.DEFAULT));
    }

    private static String job(String name, String lines) {
        return """
                %s:
                  image: {name: "gcr.io/kaniko-project/executor:v1.23.2-debug", entrypoint: [""]}
                  script:
                %s""".formatted(name, lines);
    }

    private static String lines(int count, String line) {
        return IntStream.range(0, count)
                .mapToObj(i -> "    - " + line.replace("#", String.valueOf(i)) + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void aLongScriptOfAlternativesIsFollowedToItsEnd() {
        String text =
                job("build", lines(2_000, "A#=$(cat f#) && B=\"$A#$B\" || C=1") + lines(2, "/kaniko/executor -d r/#"));
        assertThat(lint(text).findings()).extracting(Finding::rule).contains("multi-build-job");
    }

    @Test
    void anArrayThatDoublesWithEachLineStaysSmall() {
        String text = job(
                "build",
                "    - a=(x y)\n" + lines(200, "a+=(\"${a[@]}\")")
                        + "    - for i in \"${a[@]}\"; do /kaniko/executor -d r/$i; done\n");
        assertThat(lint(text).findings()).extracting(Finding::rule).contains("multi-build-job");
    }

    @Test
    void manyCostlyJobsShareOneBudgetAndSayWhatIsNotFollowed() {
        String text = IntStream.range(0, 200)
                .mapToObj(i -> job("job" + i, lines(60, "if [ \"$V#\" = yes ]; then /kaniko/executor -d r/#; fi")))
                .collect(Collectors.joining());
        LintResult result = lint(text);
        assertThat(result.findings()).extracting(Finding::job).contains("job0", "job199");
        assertThat(result.gaps()).anyMatch(gap -> gap.reason().contains("'job199'"));
    }
}
