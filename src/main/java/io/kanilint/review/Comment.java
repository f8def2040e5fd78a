package io.kanilint.review;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Related;
import io.kanilint.gitlab.ChangedFile;
import io.kanilint.gitlab.DiffLines;
import io.kanilint.gitlab.DiffRefs;
import io.kanilint.gitlab.Place;
import io.kanilint.report.CommentText;
import io.kanilint.text.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Where the thread of a finding goes in the diff, and what it says there.
 *
 * @param changed the change of the file that the thread goes to; null if the merge request changes no file of the finding
 * @param lines its lines, if there is such a change
 * @param related if it is not the finding's own file, the line there that belongs to it
 */
record Comment(
        CommentText text,
        DiffRefs refs,
        @Nullable ChangedFile changed,
        @Nullable DiffLines lines,
        OptionalInt related) {

    /**
     * A place and the text that fits it.
     *
     * @param certain whether GitLab's own diff shows the place, so that it cannot be refused
     */
    record Placed(Place place, String body, boolean certain) {}

    static Comment on(CommentText text, DiffRefs refs, Diffs diffs) {
        Finding finding = text.finding();
        Optional<ChangedFile> own = diffs.change(finding.span().source().path());
        if (own.isPresent()) {
            return new Comment(text, refs, own.get(), diffs.lines(own.get()), OptionalInt.empty());
        }
        for (Related other : finding.related()) {
            Optional<ChangedFile> file = diffs.change(other.span().source().path());
            if (file.isPresent()) {
                OptionalInt line = OptionalInt.of(other.span().startLine());
                return new Comment(text, refs, file.get(), diffs.lines(file.get()), line);
            }
        }
        return new Comment(text, refs, null, null, OptionalInt.empty());
    }

    Finding finding() {
        return text.finding();
    }

    /** The text that a thread should have now, where it is. */
    String body(BotThread thread) {
        return body(thread.lineIn(finding().span().source().path()));
    }

    /** The text for a thread on that line of the finding's file, or on none, with the hidden marker. */
    private String body(OptionalInt line) {
        return text.at(line) + "\n\n" + Marker.finding(finding().fingerprint());
    }

    /** The places to try, the best first: GitLab refuses lines that it cannot find in its own diff. */
    List<Placed> places() {
        var places = new ArrayList<Placed>();
        String elsewhere = body(OptionalInt.empty());
        ChangedFile file = changed;
        if (file != null && lines != null) {
            int line = related.orElseGet(this::line);
            String body = related.isPresent() ? elsewhere : body(OptionalInt.of(line));
            boolean certain = !file.incomplete() && lines.shows(line);
            int from = related.isPresent() ? line : firstLine(line, lines);
            if (from < line) {
                places.add(new Placed(Place.onLines(refs, file, lines, from, line), body, certain));
            }
            places.add(new Placed(Place.onLine(refs, file, lines, line), body, certain));
            places.add(new Placed(new Place.OnFile(refs, file.oldPath(), file.newPath()), elsewhere, false));
        }
        places.add(new Placed(new Place.OnMergeRequest(), elsewhere, false));
        return List.copyOf(places);
    }

    /** The line to comment on: that of the finding, unless the suggestion's lines lie elsewhere. */
    private int line() {
        // What is missing at the end of a file is found behind its last line.
        int length = Math.max(1, finding().span().source().lineCount());
        int line = Math.min(finding().span().startLine(), length);
        Optional<Edit> edit = text.suggestion();
        if (edit.isEmpty()) {
            return line;
        }
        int first = Math.max(edit.get().startLine(), edit.get().endLine() - CommentText.FARTHEST);
        int last = Math.min(edit.get().endLine(), edit.get().startLine() + CommentText.FARTHEST);
        return first > last ? line : Math.clamp(line, first, last);
    }

    /** The first line of what the finding is about, where the diff shows all from there on. */
    private int firstLine(int line, DiffLines shown) {
        return finding().related().stream()
                .filter(other -> other.span()
                        .source()
                        .path()
                        .equals(finding().span().source().path()))
                .mapToInt(other -> other.span().startLine())
                .filter(start -> start < line && shown.showsTogether(start, line))
                .min()
                .orElse(line);
    }
}
