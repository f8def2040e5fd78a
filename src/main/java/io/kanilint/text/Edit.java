package io.kanilint.text;

import java.util.Comparator;
import java.util.List;

/**
 * A change of whole lines: the lines {@code startLine} to {@code endLine}, both 1-based and included, give way to the
 * replacement. An empty replacement deletes them.
 *
 * @param replacement lines without line breaks; those of the replaced lines are used again
 */
public record Edit(String file, int startLine, int endLine, List<String> replacement) {

    public Edit {
        replacement = List.copyOf(replacement);
        if (startLine < 1 || endLine < startLine) {
            throw new IllegalArgumentException("no such lines: " + startLine + " to " + endLine);
        }
    }

    /** Writes another text in the place of a stretch; the lines that it stands on keep what else they hold. */
    public static Edit replacing(Span span, String text) {
        return new Edit(
                span.source().path(),
                span.startLine(),
                span.endLine(),
                (span.before() + text + span.after()).lines().toList());
    }

    /** The source after those of the edits that are for it; they must not overlap. */
    public static Source apply(Source source, List<Edit> edits) {
        var text = new StringBuilder(source.text());
        edits.stream()
                .filter(edit -> edit.file().equals(source.path()))
                .sorted(Comparator.comparingInt(Edit::startLine).reversed())
                .forEach(edit -> edit.applyTo(text, source));
        return new Source(source.path(), text.toString());
    }

    private void applyTo(StringBuilder text, Source source) {
        if (endLine > source.lineCount()) {
            throw new IllegalArgumentException("%s has no line %d".formatted(source.path(), endLine));
        }
        int start = source.lineStart(startLine);
        int end = source.lineEnd(endLine);
        String lastBreak = source.lineBreak(endLine);
        String lineBreak = lastBreak.isEmpty() ? anyLineBreak(source) : lastBreak;
        if (replacement.isEmpty()) {
            text.delete(start, end + lastBreak.length());
        } else {
            text.replace(start, end, String.join(lineBreak, replacement));
        }
    }

    private static String anyLineBreak(Source source) {
        return source.lineCount() > 1 ? source.lineBreak(1) : "\n";
    }
}
