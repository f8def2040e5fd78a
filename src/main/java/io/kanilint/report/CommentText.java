package io.kanilint.report;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.text.Edit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A finding as the Markdown of a review comment: what happens, and the change to apply. */
public final class CommentText {
    /** GitLab's limit for a suggestion, in lines above and below the commented one. */
    private static final int FARTHEST = 100;

    private CommentText() {}

    /** The change to suggest: that of the first fix, if it is one change of the file that the finding is in. */
    public static Optional<Edit> suggestion(Finding finding) {
        return finding.fixes().stream()
                .findFirst()
                .map(Fix::edits)
                .filter(edits -> edits.size() == 1
                        && edits.getFirst()
                                .file()
                                .equals(finding.span().source().path()))
                .map(List::getFirst);
    }

    /**
     * The text.
     *
     * @param line the line of the file that the comment is on, if it is on one: only there can a suggestion be applied
     */
    public static String of(Finding finding, OptionalInt line) {
        var text = new StringBuilder();
        text.append(Markdown.message(finding.message())).append("\n\n");
        finding.fixes().stream().findFirst().ifPresent(fix -> {
            text.append(Markdown.message(fix.title())).append(":\n\n");
            text.append(suggestion(finding).map(edit -> change(edit, line)).orElseGet(() -> changes(finding, fix)));
        });
        finding.fixes().stream().skip(1).forEach(fix -> text.append(alternative(finding, fix)));
        text.append('[')
                .append(finding.rule())
                .append("](")
                .append(RulePages.of(finding.rule()))
                .append(") · ")
                .append(finding.severity().word());
        return text.toString();
    }

    /** A suggestion replaces lines in one place, so that changes in several are only shown. */
    private static String changes(Finding finding, Fix fix) {
        return "<details><summary>Changes in %s</summary>\n\n%s\n\n</details>\n\n"
                .formatted(
                        Plural.of(fix.edits().size(), "place"),
                        Markdown.fence("diff", String.join("\n", UnifiedDiff.of(finding, fix))));
    }

    private static String change(Edit edit, OptionalInt line) {
        String replacement = String.join("\n", edit.replacement());
        if (line.isPresent()) {
            int above = line.getAsInt() - edit.startLine();
            int below = edit.endLine() - line.getAsInt();
            if (above >= 0 && below >= 0 && above <= FARTHEST && below <= FARTHEST) {
                return Markdown.fence("suggestion:-%d+%d".formatted(above, below), replacement) + "\n\n";
            }
        }
        return "<details><summary>Lines %d to %d become</summary>\n\n%s\n\n</details>\n\n"
                .formatted(edit.startLine(), edit.endLine(), Markdown.fence("yaml", replacement));
    }

    /** Another change, to read and to copy: GitLab applies every suggestion of a comment that it is asked to. */
    private static String alternative(Finding finding, Fix fix) {
        return "<details><summary>Or another way</summary>\n\n%s:\n\n%s\n\n</details>\n\n"
                .formatted(
                        Markdown.message(fix.title()),
                        Markdown.fence("diff", String.join("\n", UnifiedDiff.of(finding, fix))));
    }
}
