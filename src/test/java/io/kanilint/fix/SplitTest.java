package io.kanilint.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.finding.Fix;
import io.kanilint.lint.LintResult;
import io.kanilint.lint.Linter;
import io.kanilint.lint.MapProject;
import io.kanilint.lint.Settings;
import io.kanilint.text.Edit;
import io.kanilint.text.Source;
import io.kanilint.yaml.YamlAlias;
import io.kanilint.yaml.YamlLimits;
import io.kanilint.yaml.YamlList;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlReader;
import io.kanilint.yaml.YamlReference;
import io.kanilint.yaml.YamlScalar;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A split keeps all that people write around their builds, and changes nothing else. */
class SplitTest {
    private static final String CI_FILE = ".gitlab-ci.yml";
    private static final Map<String, String> BUILDS = Map.of("WEB", "web", "API", "api", "JOB", "job");
    private static final Pattern COMMENT = Pattern.compile("(?m)(?:^|\\s)# .*$");
    private static final Pattern BLANK_START = Pattern.compile("[|>][-+0-9]*\\r?\\n\\s*?\\r?\\n");

    /** A file with one finding, and what its fix makes of it. */
    private record Split(Source before, Edit edit, Source after, LintResult result) {}

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
    Stream<DynamicTest> behindAByteOrderMark() {
        return tests(text -> "\uFEFF" + text);
    }

    @TestFactory
    Stream<DynamicTest> betweenOtherJobs() {
        return tests(text -> text.startsWith("---")
                ? text
                : "# 😀\nfirst:\n  script: make # a\n\n\n" + text + "\n\n# last one\nlast:\n  script:\n    - make\n");
    }

    private static Stream<DynamicTest> tests(UnaryOperator<String> variant) {
        return Stream.of(ListSplits.all(), TextSplits.all(), ConditionSplits.all(), JobShapeSplits.all())
                .flatMap(cases -> cases.entrySet().stream())
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(), () -> check(split(variant.apply(text(entry.getValue()))))));
    }

    private static String text(String pattern) {
        String text = pattern;
        for (var build : BUILDS.entrySet()) {
            text = text.replace(
                    build.getKey(), "EXECUTOR --context %1$s --destination reg/%1$s:1".formatted(build.getValue()));
        }
        return text.replace("EXECUTOR", "/kaniko/executor");
    }

    private static Split split(String text) {
        var before = new Source(CI_FILE, text);
        List<Fix> splits = lint(before).findings().stream()
                .flatMap(finding -> finding.fixes().stream())
                .filter(fix -> fix.title().startsWith("Split"))
                .toList();
        assertThat(splits).as("a split for%n%s", text).isNotEmpty();
        Edit edit = splits.getFirst().edits().getFirst();
        Source after = Edit.apply(before, List.of(edit));
        return new Split(before, edit, after, lint(after));
    }

    private static LintResult lint(Source source) {
        return Linter.lint(MapProject.of(source.text()), Settings.DEFAULT);
    }

    private static void check(Split split) {
        String after = split.after().text();
        assertThat(split.result().findings()).as(after).isEmpty();
        LintResult before = lint(split.before());
        assertThat(split.result().builds()).as(after).isEqualTo(before.builds());
        assertThat(split.result().jobs()).as(after).isEqualTo(before.jobs() + before.builds() - 1);
        checkSurroundings(split);
        checkComments(split);
        checkLineEnds(split);
        checkJobs(split);
    }

    /** Every line that is not the job's is what it was. */
    private static void checkSurroundings(Split split) {
        String before = split.before().text();
        String above = before.substring(0, split.before().lineStart(split.edit().startLine()));
        String below = before.substring(split.before().lineEnd(split.edit().endLine()));
        assertThat(split.after().text()).startsWith(above).endsWith(below);
    }

    private static void checkComments(Split split) {
        String after = split.after().text();
        COMMENT.matcher(split.before().text())
                .results()
                .map(comment -> comment.group().strip())
                .forEach(comment -> assertThat(after).contains(comment));
    }

    private static void checkLineEnds(Split split) {
        String before = split.before().text();
        String after = split.after().text();
        String foreign = before.contains("\r\n") ? "\n" : "\r";
        assertThat(after.replace("\r\n", "")).doesNotContain(foreign);
        assertThat(after.endsWith("\n")).isEqualTo(before.endsWith("\n"));
        assertThat(split.edit().replacement().getLast()).as("last line").isNotBlank();
        assertThat(BLANK_START.matcher(after).find()
                        && !BLANK_START.matcher(before).find())
                .as("a block that begins with a blank line in%n%s", after)
                .isFalse();
        assertThat(longestGap(after))
                .as("blank lines in a row in%n%s", after)
                .isLessThanOrEqualTo(Math.max(1, longestGap(before)));
    }

    private static int longestGap(String text) {
        int longest = 0;
        int gap = 0;
        for (String line : text.lines().toList()) {
            gap = line.isBlank() ? gap + 1 : 0;
            longest = Math.max(longest, gap);
        }
        return longest;
    }

    /** Each new job runs the build that it is named for, and no other. */
    private static void checkJobs(Split split) {
        var root = (YamlMap)
                YamlReader.read(split.after(), YamlLimits.DEFAULT).content().orElseThrow();
        int end = split.edit().startLine() + split.edit().replacement().size();
        for (YamlMap.Entry job : root.entries()) {
            int line = job.key().span().startLine();
            String name = job.name().orElseThrow();
            String image = name.substring(name.length() - 3);
            if (line >= split.edit().startLine() && line < end && BUILDS.containsValue(image)) {
                List<String> run = words(job.value())
                        .filter(word -> word.startsWith("reg/"))
                        .toList();
                assertThat(run).as(split.after().text()).containsExactly("reg/" + image + ":1");
            }
        }
    }

    /** Words of all texts of a node, comments left out. */
    private static Stream<String> words(YamlNode node) {
        return switch (node.target()) {
            case YamlScalar scalar ->
                scalar.value()
                        .lines()
                        .filter(line -> !line.strip().startsWith("#"))
                        .flatMap(line -> Stream.of(line.split("[\\s;]+")));
            case YamlList list -> list.items().stream().flatMap(SplitTest::words);
            case YamlMap map -> map.entries().stream().flatMap(entry -> words(entry.value()));
            case YamlReference _, YamlAlias _ -> Stream.empty();
        };
    }
}
