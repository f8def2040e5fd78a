package io.kanilint.review;

import io.kanilint.report.CommentText;
import java.util.List;
import java.util.stream.Collectors;

/** The one comment on findings that have no thread of their own. */
final class SummaryNote {
    private static final int MOST = 100;

    private SummaryNote() {}

    static String of(List<CommentText> findings) {
        if (findings.isEmpty()) {
            return "Nothing is left here: what this listed has a thread of its own now, or is gone.";
        }
        String list = findings.stream()
                .limit(MOST)
                .map(finding -> "- " + finding.line())
                .collect(Collectors.joining("\n"));
        String more = findings.size() > MOST ? "\n- and %d more".formatted(findings.size() - MOST) : "";
        return "**There is more.** %s without a thread, so as not to bury the rest:\n\n%s%s"
                .formatted(Summary.count(findings.size(), "finding"), list, more);
    }
}
