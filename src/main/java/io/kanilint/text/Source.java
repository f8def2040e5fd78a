package io.kanilint.text;

import java.util.Arrays;

/**
 * A file's text under the path that users know it by.
 *
 * <p>Offsets count UTF-16 units, as {@link String} does. Lines and columns are 1-based; columns count Unicode code
 * points, so that an emoji is one column. Lines end at a line feed; a carriage return before it belongs to the break.
 */
public final class Source {
    /** Some editors write it at the start of a file. It is no character of the first line. */
    public static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String path;
    private final String text;
    private final int[] lineStarts;

    public Source(String path, String text) {
        this.path = path;
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        starts[0] = text.startsWith(String.valueOf(BYTE_ORDER_MARK)) ? 1 : 0;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = i + 1;
        }
        return Arrays.copyOf(starts, count);
    }

    public String path() {
        return path;
    }

    public String text() {
        return text;
    }

    /** Number of lines; the empty stretch after a final line break is not a line. */
    public int lineCount() {
        boolean endsWithBreak = lineStarts[lineStarts.length - 1] == text.length();
        return endsWithBreak ? lineStarts.length - 1 : lineStarts.length;
    }

    public int lineOf(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : Math.max(1, -found - 1);
    }

    public int columnOf(int offset) {
        int start = lineStarts[lineOf(offset) - 1];
        return text.codePointCount(start, Math.max(start, offset)) + 1;
    }

    /** Offset of the first character of a line. */
    public int lineStart(int line) {
        return lineStarts[line - 1];
    }

    /** Offset just past the last character of a line, its line break not counted. */
    public int lineEnd(int line) {
        int end = line < lineStarts.length ? lineStarts[line] - 1 : text.length();
        return end > lineStart(line) && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    /** The text of a line without its line break. */
    public String line(int line) {
        return text.substring(lineStart(line), lineEnd(line));
    }

    /** The line break written after a line: {@code "\n"}, {@code "\r\n"}, or nothing at the end of the file. */
    public String lineBreak(int line) {
        return line < lineStarts.length ? text.substring(lineEnd(line), lineStarts[line]) : "";
    }

    @Override
    public String toString() {
        return path;
    }
}
