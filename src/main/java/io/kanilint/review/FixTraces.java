package io.kanilint.review;

import io.kanilint.finding.Fix;
import io.kanilint.text.Edit;
import io.kanilint.text.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a fix leaves in a file, to know by it later whether it was applied: the lines that it writes, with as many of those
 * around them as make a stretch that the file did not hold before.
 */
final class FixTraces {
    /** No line of a file that a fix changes is one. */
    private static final String BETWEEN = "\f";

    private static final Pattern PARTS = Pattern.compile("\n\f\n");
    private static final int MOST_CONTEXT = 5;

    private FixTraces() {}

    /** The stretches as one text; empty if the fix leaves nothing in this file that tells. */
    static Optional<String> of(Source before, Fix fix) {
        List<Edit> edits = fix.edits().stream()
                .filter(edit -> edit.file().equals(before.path()))
                .sorted(Comparator.comparingInt(Edit::startLine))
                .toList();
        List<String> old = lines(before.text());
        List<String> fixed = lines(Edit.apply(before, edits).text());
        var stretches = new ArrayList<String>();
        int moved = 0;
        for (Edit edit : edits) {
            int start = edit.startLine() - 1 + moved;
            int end = start + edit.replacement().size();
            moved += edit.replacement().size() - (edit.endLine() - edit.startLine() + 1);
            stretch(old, fixed, start, end)
                    .map(lines -> String.join("\n", lines))
                    .ifPresent(stretches::add);
        }
        return stretches.size() == edits.size() && !edits.isEmpty()
                ? Optional.of(String.join("\n" + BETWEEN + "\n", stretches))
                : Optional.empty();
    }

    private static Optional<List<String>> stretch(List<String> old, List<String> fixed, int start, int end) {
        for (int context = 0; context <= MOST_CONTEXT; context++) {
            List<String> lines = fixed.subList(Math.max(0, start - context), Math.min(fixed.size(), end + context));
            boolean tells = lines.stream().anyMatch(line -> !line.isEmpty());
            if (tells && Collections.indexOfSubList(old, lines) < 0) {
                return Optional.of(lines);
            }
        }
        return Optional.empty();
    }

    /** Whether a file holds all stretches, blanks at the ends of lines aside. */
    static boolean in(String text, String traces) {
        List<String> lines = lines(text);
        return PARTS.splitAsStream(traces).allMatch(stretch -> Collections.indexOfSubList(lines, lines(stretch)) >= 0);
    }

    /** The last is empty where the text ends with a line break, as a fix sees it too. */
    private static List<String> lines(String text) {
        return Stream.of(text.split("\n", -1)).map(String::stripTrailing).toList();
    }
}
