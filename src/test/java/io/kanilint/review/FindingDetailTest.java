package io.kanilint.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.finding.Severity;
import io.kanilint.text.Edit;
import io.kanilint.text.Source;
import io.kanilint.text.Span;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FindingDetailTest {
    private static final String HUNDRED =
            IntStream.rangeClosed(1, 100).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());

    @Test
    void theExcerptIsAroundThePlace() {
        FindingDetail detail = detail(HUNDRED, 50, 51);
        assertThat(detail.firstLine()).isEqualTo(45);
        assertThat(detail.startLine()).isEqualTo(50);
        assertThat(detail.endLine()).isEqualTo(51);
        assertThat(detail.excerpt()).startsWith("line 45\n").endsWith("line 56");
    }

    @Test
    void isBounded() {
        assertThat(detail(HUNDRED, 20, 99).excerpt().lines()).hasSize(30).startsWith("line 20");
        assertThat(detail(HUNDRED, 1, 2).firstLine()).isEqualTo(1);
        String wide = ("x".repeat(100_000) + "\n").repeat(100);
        assertThat(detail(wide, 40, 90).excerpt()).hasSizeLessThanOrEqualTo(8000);
        assertThat(detail("\0\n", 1, 1).excerpt()).isEqualTo("\uFFFD");
    }

    @Test
    void aPlaceBehindTheEndOfAFileIsOne() {
        var source = new Source("ci.yml", "");
        FindingDetail detail = FindingDetail.of(finding(new Span(source, 0, 0), List.of()));
        assertThat(detail.excerpt()).isEmpty();
        assertThat(detail.fix()).isNull();
    }

    @Test
    void theFirstFixIsADiff() {
        var source = new Source("ci.yml", HUNDRED);
        var fixes = List.of(
                new Fix("Do it", true, List.of(new Edit("ci.yml", 50, 50, List.of("line fifty")))),
                new Fix("Or that", false, List.of(new Edit("ci.yml", 50, 50, List.of()))));
        Span span = new Span(source, source.lineStart(50), source.lineEnd(50));
        FindingDetail.Kept fix = FindingDetail.of(finding(span, fixes)).fix();
        assertThat(fix).isNotNull();
        assertThat(fix.title()).isEqualTo("Do it");
        assertThat(fix.safe()).isTrue();
        assertThat(fix.patch()).startsWith("--- a/ci.yml\n+++ b/ci.yml\n@@ ").contains("\n-line 50\n+line fifty\n");
        assertThat(fix.traces()).isEqualTo("line fifty");
    }

    @Test
    void aDiffThatIsTooLongIsLeftOut() {
        var source = new Source("ci.yml", HUNDRED);
        var edit = new Edit("ci.yml", 50, 50, List.of("x".repeat(30_000)));
        Span span = new Span(source, 0, 1);
        FindingDetail.Kept fix = FindingDetail.of(finding(span, List.of(new Fix("Long", false, List.of(edit)))))
                .fix();
        assertThat(fix).isEqualTo(new FindingDetail.Kept("Long", false, null, null));
    }

    private static FindingDetail detail(String text, int first, int last) {
        var source = new Source("ci.yml", text);
        return FindingDetail.of(finding(new Span(source, source.lineStart(first), source.lineEnd(last)), List.of()));
    }

    private static Finding finding(Span span, List<Fix> fixes) {
        return new Finding("rule", Severity.ERROR, "job", span, "Message.", List.of(), fixes);
    }
}
