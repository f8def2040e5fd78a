package io.kanilint.review;

import io.kanilint.finding.Finding;
import io.kanilint.gitlab.ChangedFile;
import io.kanilint.gitlab.DiffLines;
import io.kanilint.gitlab.DiffRefs;
import io.kanilint.gitlab.Place;
import io.kanilint.report.CommentText;
import io.kanilint.text.Edit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where the thread of a finding goes in the diff, and what it says there.
 *
 * @param changed the file in the diff that the thread goes to: that of the finding, or else the CI file
 */
record Comment(Finding finding, DiffRefs refs, ChangedFile changed) {

    /** The text for a thread on that line of the file, or on none, with the hidden marker. */
    String body(OptionalInt line) {
        return CommentText.of(finding, line) + "\n\n" + Marker.finding(finding.fingerprint());
    }

    /** A place and the text that fits it. */
    record Placed(Place place, String body) {}

    /** The places to try, the best first: GitLab refuses lines that it cannot find in its own diff. */
    List<Placed> places() {
        var file = new Placed(new Place.OnFile(refs, changed.oldPath(), changed.newPath()), body(OptionalInt.empty()));
        var whole = new Placed(new Place.OnMergeRequest(), body(OptionalInt.empty()));
        OptionalInt line = line();
        if (line.isEmpty()) {
            return List.of(file, whole);
        }
        Place.OnLine onLine = Place.onLine(refs, changed, DiffLines.of(changed.diff()), line.getAsInt());
        return List.of(new Placed(onLine, body(line)), file, whole);
    }

    /** The line to comment on: that of the finding, unless the suggestion's lines lie elsewhere. */
    private OptionalInt line() {
        if (changed.incomplete() || !finding.span().source().path().equals(changed.newPath())) {
            return OptionalInt.empty();
        }
        int line = finding.span().startLine();
        Optional<Edit> edit = CommentText.suggestion(finding);
        boolean inside = edit.filter(change -> line >= change.startLine() && line <= change.endLine())
                .isPresent();
        return OptionalInt.of(inside ? line : edit.map(Edit::startLine).orElse(line));
    }
}
