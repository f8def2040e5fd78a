package io.kanilint.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.lint.LintResult;
import io.kanilint.lint.Linter;
import io.kanilint.lint.MapProject;
import io.kanilint.lint.Settings;
import io.kanilint.pipeline.PipelineReader;
import io.kanilint.rules.Configuration;
import io.kanilint.rules.MultiBuildJob;
import io.kanilint.shell.Effort;
import io.kanilint.text.Edit;
import io.kanilint.text.Source;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The fixes of a job with several builds: what each writes, when it is offered, and in which order. */
class RepairsTest {
    private static final String CI_FILE = ".gitlab-ci.yml";
    private static final String MATRIX = "matrix:'";
    private static final String CLEANUP = "Keep one job";
    private static final String IMAGE = """
            default:
              image:
                name: gcr.io/kaniko-project/executor:v1.24.0-debug
                entrypoint: [""]

            """;

    @TestFactory
    Stream<DynamicTest> asWritten() {
        return tests(text -> text);
    }

    @TestFactory
    Stream<DynamicTest> withWindowsLineEnds() {
        return tests(text -> text.replace("\n", "\r\n"));
    }

    @TestFactory
    Stream<DynamicTest> withoutAFinalLineBreak() {
        return tests(String::stripTrailing);
    }

    @TestFactory
    Stream<DynamicTest> behindAByteOrderMarkAndBeforeAnotherJob() {
        return tests(text -> "\uFEFF" + text + "\n# 😀\nlast:\n  script:\n    - make\n");
    }

    private static Stream<DynamicTest> tests(UnaryOperator<String> variant) {
        return Stream.of(
                        tests("loop: ", LoopMatrices.all(), MATRIX, variant),
                        tests("placed: ", PlacedLoops.all(), MATRIX, variant),
                        tests("runs: ", RunsMatrices.all(), MATRIX, variant),
                        tests("group: ", GroupMatrices.all(), MATRIX, variant),
                        tests("cleanup: ", Cleanups.all(), CLEANUP, variant),
                        tests("placed cleanup: ", PlacedCleanups.all(), CLEANUP, variant))
                .flatMap(tests -> tests);
    }

    private static Stream<DynamicTest> tests(
            String kind, Map<String, FixCase> cases, String title, UnaryOperator<String> variant) {
        return cases.entrySet().stream()
                .map(entry ->
                        DynamicTest.dynamicTest(kind + entry.getKey(), () -> check(entry.getValue(), title, variant)));
    }

    private static void check(FixCase one, String title, UnaryOperator<String> variant) {
        String before = variant.apply(IMAGE + one.before());
        List<Fix> fixes = fixes(before).stream()
                .filter(fix -> fix.title().contains(title))
                .toList();
        assertThat(fixes).as("fixes of%n%s", before).hasSize(1);
        String after = Edit.apply(new Source(CI_FILE, before), fixes.getFirst().edits())
                .text();
        assertThat(after).isEqualTo(variant.apply(IMAGE + one.after()));
        assertThat(fixes.getFirst().safe()).as(fixes.getFirst().title()).isEqualTo(one.safe());
        assertThat(lint(after).findings()).as(after).noneMatch(RepairsTest::isOurs);
    }

    @TestFactory
    Stream<DynamicTest> noMatrix() {
        return refused(Refusals.ofMatrix(), MATRIX);
    }

    @TestFactory
    Stream<DynamicTest> noCleanup() {
        return refused(Refusals.ofCleanup(), CLEANUP);
    }

    private static Stream<DynamicTest> refused(Map<String, String> cases, String title) {
        return cases.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    String text = IMAGE + entry.getValue();
                    assertThat(lint(text).findings()).as(text).anyMatch(RepairsTest::isOurs);
                    assertThat(fixes(text))
                            .as(text)
                            .noneMatch(fix -> fix.title().contains(title));
                }));
    }

    private static boolean isOurs(Finding finding) {
        return finding.rule().equals("multi-build-job");
    }

    private static LintResult lint(String text) {
        return Linter.lint(MapProject.of(text), Settings.DEFAULT);
    }

    private static List<Fix> fixes(String text) {
        return lint(text).findings().stream()
                .filter(RepairsTest::isOurs)
                .flatMap(finding -> finding.fixes().stream())
                .toList();
    }

    private static final String TWO = IMAGE + """
            build:
              script:
                - /kaniko/executor --cache -d reg/web
                - /kaniko/executor --cache -d reg/api --cache-repo reg/layers
            """;

    private static List<String> titles(String text, SplitStyle style) {
        var files = MapProject.of(text);
        var configuration = Configuration.of(PipelineReader.read(files), files::read, new Effort())
                .with(style);
        return new MultiBuildJob()
                .check(configuration)
                .flatMap(finding -> finding.fixes().stream())
                .map(Fix::title)
                .toList();
    }

    @Test
    void theProjectSaysWhichSplitComesFirst() {
        String text = TWO.replace(" --cache-repo reg/layers", "");
        assertThat(titles(text, SplitStyle.JOBS).getFirst()).startsWith("Split into");
        assertThat(titles(text, SplitStyle.MATRIX).getFirst()).contains(MATRIX);
        assertThat(titles(text, SplitStyle.MATRIX).getLast()).startsWith(CLEANUP);
        assertThat(titles(text, SplitStyle.MATRIX)).hasSize(3);
    }

    @Test
    void theSettingsReachTheFixes() {
        var settings = new Settings(Map.of(), List.of(), Settings.DEFAULT.comments(), SplitStyle.MATRIX);
        Finding finding =
                Linter.lint(MapProject.of(TWO.replace(" --cache-repo reg/layers", "")), settings).findings().stream()
                        .filter(RepairsTest::isOurs)
                        .findFirst()
                        .orElseThrow();
        assertThat(finding.fixes().getFirst().title()).contains(MATRIX);
    }

    /** What could not be read may need the job by its name, which a matrix keeps. */
    @Test
    void whatKeepsTheMeaningComesFirst() {
        String text =
                TWO.replace(" --cache-repo reg/layers", "") + "\ninclude: {remote: 'https://example.com/ci.yml'}\n";
        assertThat(titles(text, SplitStyle.JOBS).getFirst()).contains(MATRIX);
        assertThat(titles(text, SplitStyle.JOBS)).anyMatch(title -> title.contains("may name this one"));
    }

    @Test
    void theCacheMayHoldWhatWentWrong() {
        assertThat(titles(TWO, SplitStyle.JOBS))
                .allMatch(
                        title -> title.endsWith("; then delete the cache repositories 'reg/web/cache', 'reg/layers'"));
    }

    @Test
    void aCacheThatNothingIsPushedToIsNotNamed() {
        assertThat(titles(TWO.replace("reg/layers", "oci:/cache"), SplitStyle.JOBS))
                .allMatch(title -> title.endsWith("; then delete the cache repository 'reg/web/cache'"));
        assertThat(titles(TWO.replace("--cache ", "--cache --no-push-cache "), SplitStyle.JOBS))
                .noneMatch(title -> title.contains("delete"));
    }
}
