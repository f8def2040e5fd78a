package io.kanilint.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.finding.Severity;
import io.kanilint.text.Edit;
import io.kanilint.text.Source;
import io.kanilint.text.Span;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommentTextTest {
    private static final Source FILE = new Source(
            "ci.yml",
            IntStream.rangeClosed(1, 300).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining()));
    private static final Source OTHER = new Source("ci/other.yml", "one\ntwo\n");

    @Test
    void saysWhatInBoldThenWhyThenTheChange() {
        String text =
                text(new Fix("Take 'x' out", true, List.of(edit(2, 4, "new")))).at(OptionalInt.of(3));
        assertThat(text).isEqualTo("""
                **Job `build` does this.** It's because of `A_B` (`--c`, `--no-d`), version 1.2 of it.

                **Fix:** Take `x` out:

                ```suggestion:-1+1
                new
                ```

                [a-rule](https://kanilint.io/rules/a-rule) · error""");
    }

    @Test
    void saysWhatIsAtStakeInAParagraphOfItsOwn() {
        Finding finding = text(new Fix("Do it", true, List.of(edit(2, 2, "new"))))
                .finding()
                .told("'a/Dockerfile' and '@all' /close start from '[x](y)': it's *there*. They are.");
        assertThat(new CommentText(finding, "kanilint-bot", RulePages.BASE).at(OptionalInt.of(2)))
                .contains(
                        "version 1.2 of it.\n\n`a/Dockerfile` and `@all` /close start from `[x](y)`: it's `*there*`. They are.\n\n**Fix:**");
        assertThat(new CommentText(finding, "kanilint-bot", RulePages.BASE).line())
                .doesNotContain("Dockerfile");
    }

    @Test
    void aSuggestionReachesAHundredLinesEitherWay() {
        CommentText text = text(new Fix("Change it", true, List.of(edit(1, 201, "new"))));
        assertThat(text.at(OptionalInt.of(101))).contains("```suggestion:-100+100\nnew\n```");
        for (int line : new int[] {100, 102, 202}) {
            assertThat(text.at(OptionalInt.of(line)))
                    .doesNotContain("suggestion")
                    .contains("```diff\n");
        }
    }

    @Test
    void whatNoSuggestionCanHoldIsAFoldedDiffOfAllFiles() {
        var fix = new Fix(
                "Move it", true, List.of(edit(2, 2, "new"), new Edit("ci/other.yml", 2, 2, List.of())), List.of(OTHER));
        assertThat(text(fix).at(OptionalInt.of(2)))
                .doesNotContain("suggestion")
                .contains(
                        "<details><summary>The change</summary>\n\n```diff\n--- a/ci.yml\n+++ b/ci.yml\n@@ -1,5 +1,5 @@\n line 1\n-line 2\n+new\n",
                        "\n--- a/ci/other.yml\n+++ b/ci/other.yml\n@@ -1,2 +1,1 @@\n one\n-two\n```",
                        "answer with `@kanilint-bot fix`");
    }

    @Test
    void anUnsafeChangeIsNotOfferedToBeCommitted() {
        var fix = new Fix("Move it", false, List.of(edit(2, 2, "new"), edit(5, 5, "new")));
        assertThat(text(fix).at(OptionalInt.of(2))).contains("```diff\n").doesNotContain("answer with");
    }

    @Test
    void otherWaysAreFoldedAndNoSuggestions() {
        String text = text(
                        new Fix("Do this", true, List.of(edit(2, 2, "this"))),
                        new Fix("Do that", true, List.of(edit(2, 2, "that"))),
                        new Fix("Do more", true, List.of(edit(2, 2, "more"))))
                .at(OptionalInt.of(2));
        assertThat(text)
                .containsOnlyOnce("```suggestion")
                .contains("<details><summary>Other ways</summary>\n\nOr: Do that.\n\n```diff\n", "\n\nOr: Do more.\n\n")
                .doesNotContain("answer with");
    }

    @Test
    void linesThatGitLabMayTakeForCommandsAreNoSuggestion() {
        for (String line : List.of("/close", "/assign @all", "/label")) {
            assertThat(text(new Fix("Do it", true, List.of(edit(2, 2, line)))).at(OptionalInt.of(2)))
                    .doesNotContain("suggestion")
                    .contains("\n+" + line + "\n");
        }
        assertThat(text(new Fix("Do it", true, List.of(edit(2, 2, "/kaniko/executor --cleanup"))))
                        .at(OptionalInt.of(2)))
                .contains("```suggestion:-0+0\n/kaniko/executor --cleanup\n```");
    }

    @Test
    void aChangeThatIsTooLongIsNotShown() {
        var long700 = new Edit("ci.yml", 1, 1, Collections.nCopies(700, "new"));
        assertThat(text(new Fix("Do it", true, List.of(long700))).at(OptionalInt.empty()))
                .contains("It is too long to be shown here.", "Found in `ci.yml`, line 1.")
                .doesNotContain("new\nnew");
    }

    private static Edit edit(int from, int to, String line) {
        return new Edit("ci.yml", from, to, List.of(line));
    }

    private static CommentText text(Fix... fixes) {
        var finding = new Finding(
                "a-rule",
                Severity.ERROR,
                "build",
                new Span(FILE, 0, 4),
                "Job 'build' does this. It's because of A_B (`--c`, --no-d), version 1.2 of it.",
                List.of(),
                List.of(fixes));
        return new CommentText(finding, "kanilint-bot", RulePages.BASE);
    }
}
