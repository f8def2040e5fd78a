package io.kanilint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.pipeline.ProjectFiles;
import io.kanilint.text.Edit;
import io.kanilint.text.Source;
import io.kanilint.text.Span;
import java.util.List;

/** What holds for a result, whatever the files say. */
final class ResultCheck {
    private ResultCheck() {}

    /** Checks a project: all places lie inside their files, and what is offered can be applied. */
    static LintResult check(ProjectFiles files) {
        LintResult result = Linter.lint(files, Settings.DEFAULT);
        for (Finding finding : result.findings()) {
            isInside(finding.span());
            finding.related().forEach(related -> isInside(related.span()));
            assertThat(finding.message()).isNotBlank();
            finding.fixes().forEach(fix -> isApplied(fix, files));
        }
        result.gaps().forEach(gap -> {
            isInside(gap.span());
            assertThat(gap.reason()).doesNotContain(Checks.FAULT);
        });
        return result;
    }

    private static void isInside(Span span) {
        int length = span.source().text().length();
        assertThat(span.start()).as("start").isBetween(0, length);
        assertThat(span.end()).as("end").isBetween(span.start(), length);
        assertThat(span.startLine()).as("first line").isPositive();
        assertThat(span.endLine()).as("last line").isGreaterThanOrEqualTo(span.startLine());
        assertThat(span.startColumn()).as("first column").isPositive();
        assertThat(span.endColumn()).as("last column").isPositive();
    }

    private static void isApplied(Fix fix, ProjectFiles files) {
        assertThat(fix.edits()).isNotEmpty();
        for (String path : fix.edits().stream().map(Edit::file).distinct().toList()) {
            Source before = files.read(path).orElseThrow();
            List<Edit> edits = fix.edits().stream()
                    .filter(edit -> edit.file().equals(path))
                    .toList();
            for (Edit edit : edits) {
                assertThat(edit.endLine()).as("last line of an edit").isLessThanOrEqualTo(before.lineCount());
                assertThat(edits)
                        .as("edits on one line")
                        .filteredOn(other -> other.startLine() <= edit.endLine() && edit.startLine() <= other.endLine())
                        .hasSize(1);
            }
            assertThat(Edit.apply(before, edits).text()).as("a fixed file").isNotEqualTo(before.text());
        }
    }
}
