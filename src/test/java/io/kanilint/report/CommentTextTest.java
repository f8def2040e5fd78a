package io.kanilint.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.finding.Severity;
import io.kanilint.text.Edit;
import io.kanilint.text.Source;
import io.kanilint.text.Span;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CommentTextTest {
    private static final Source SOURCE = new Source("a.yml", "one\ntwo\nthree\n");
    private static final Source OTHER = new Source("b.yml", "four\n/close\n");
    private static final Edit FIRST = new Edit("a.yml", 1, 1, List.of("1"));

    private static Finding finding(Fix fix) {
        return new Finding("rule", Severity.ERROR, "job", new Span(SOURCE, 0, 3), "It is.", List.of(), List.of(fix));
    }

    @Test
    void aChangeInOnePlaceIsSuggested() {
        Finding finding = finding(new Fix("Count", true, List.of(FIRST)));
        assertThat(CommentText.suggestion(finding)).contains(FIRST);
        assertThat(CommentText.of(finding, OptionalInt.of(1))).contains("```suggestion:-0+0\n1\n```");
    }

    @Test
    void changesInSeveralPlacesAreShownFolded() {
        Finding finding = finding(new Fix(
                "Count", true, List.of(FIRST, new Edit("b.yml", 1, 1, List.of("4", "5"))), List.of(SOURCE, OTHER)));
        assertThat(CommentText.suggestion(finding)).isEmpty();
        assertThat(CommentText.of(finding, OptionalInt.of(1)))
                .doesNotContain("```suggestion")
                .contains(
                        "Count:\n\n<details><summary>Changes in 2 places</summary>\n\n```diff\n@@ -1,3 +1,3 @@\n-one\n+1\n")
                .contains("--- a/b.yml\n+++ b/b.yml\n@@ -1,2 +1,3 @@\n-four\n+4\n+5\n /close\n```\n\n</details>");
    }
}
