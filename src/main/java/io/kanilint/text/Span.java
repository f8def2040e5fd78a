package io.kanilint.text;

/**
 * A stretch of a source: the only notion of place, carried from parsing on.
 *
 * @param start offset of the first character
 * @param end offset just past the last character
 */
public record Span(Source source, int start, int end) {

    public int startLine() {
        return source.lineOf(start);
    }

    public int startColumn() {
        return source.columnOf(start);
    }

    /** Line of the last character. */
    public int endLine() {
        return source.lineOf(lastCharacter());
    }

    /** Column of the last character, itself included. */
    public int endColumn() {
        return source.columnOf(lastCharacter());
    }

    public String text() {
        return source.text().substring(start, end);
    }

    /** What stands before it on its first line. */
    public String before() {
        return source.text().substring(source.lineStart(startLine()), start);
    }

    /** What stands behind it on its last line. */
    public String after() {
        return source.text().substring(end, Math.max(end, source.lineEnd(endLine())));
    }

    /** Whether all of another stretch lies in this one. */
    public boolean holds(Span inner) {
        return source == inner.source && start <= inner.start && inner.end <= end;
    }

    /** From the start of this stretch to the end of another one of the same source. */
    public Span to(Span last) {
        return new Span(source, start, Math.max(end, last.end));
    }

    private int lastCharacter() {
        return end > start ? source.text().offsetByCodePoints(end, -1) : start;
    }

    /** {@code path:line:column}, as compilers print it. */
    @Override
    public String toString() {
        return source.path() + ":" + startLine() + ":" + startColumn();
    }
}
