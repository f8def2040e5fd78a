package io.kanilint.report;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.text.Edit;
import io.kanilint.text.Source;
import java.util.ArrayList;
import java.util.Optional;

/** A fix as {@code git diff} would print it. */
public final class Patch {
    private static final int MOST_LINES = 600;
    private static final int MOST_CHARACTERS = 60_000;

    private Patch() {}

    /** The patch; empty if it is too long for a comment. */
    public static Optional<String> of(Finding finding, Fix fix) {
        var lines = new ArrayList<String>();
        for (Source source : UnifiedDiff.changed(finding, fix)) {
            lines.addAll(UnifiedDiff.of(source, Edit.apply(source, fix.edits())));
        }
        String text = String.join("\n", lines);
        return lines.size() > MOST_LINES || text.length() > MOST_CHARACTERS ? Optional.empty() : Optional.of(text);
    }
}
