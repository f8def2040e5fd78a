package io.kanilint.fix;

import io.kanilint.text.Edit;
import io.kanilint.text.Source;
import io.kanilint.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stretches of several files that give way to other texts, as edits of whole lines. */
public final class TextChanges {

    private record Change(Source source, int start, int end, String text) {
        int firstLine() {
            return source.lineOf(start);
        }

        int lastLine() {
            return source.lineOf(Math.max(start, end - 1));
        }
    }

    /** A file that is included twice is read twice, so that a change can come twice. */
    private final Set<Change> changes = new LinkedHashSet<>();

    public void replace(Span span, String text) {
        changes.add(new Change(span.source(), span.start(), span.end(), text));
    }

    /** Adds lines below a line; they begin with a line break. */
    void addBelow(Source source, int line, String text) {
        changes.add(new Change(source, source.lineEnd(line), source.lineEnd(line), text));
    }

    /** The edits, none of which share a line; empty if two changes get in each other's way. */
    public Optional<List<Edit>> edits() {
        List<Change> sorted = changes.stream()
                .sorted(Comparator.<Change, String>comparing(change -> change.source.path())
                        .thenComparingInt(Change::start)
                        .thenComparingInt(Change::end))
                .toList();
        var edits = new ArrayList<Edit>();
        for (int first = 0; first < sorted.size(); ) {
            int end = first + 1;
            while (end < sorted.size() && shareLine(sorted.get(end - 1), sorted.get(end))) {
                if (sorted.get(end).start < sorted.get(end - 1).end) {
                    return Optional.empty();
                }
                end++;
            }
            edits.add(edit(sorted.subList(first, end)));
            first = end;
        }
        return Optional.of(edits);
    }

    private static boolean shareLine(Change one, Change next) {
        return one.source.path().equals(next.source.path()) && next.firstLine() <= one.lastLine();
    }

    private static Edit edit(List<Change> together) {
        Source source = together.getFirst().source;
        int firstLine = together.getFirst().firstLine();
        int lastLine = together.getLast().lastLine();
        var text = new StringBuilder();
        int at = source.lineStart(firstLine);
        for (Change change : together) {
            text.append(source.text(), at, change.start).append(change.text);
            at = change.end;
        }
        text.append(source.text(), at, Math.max(at, source.lineEnd(lastLine)));
        return new Edit(
                source.path(), firstLine, lastLine, text.toString().lines().toList());
    }
}
