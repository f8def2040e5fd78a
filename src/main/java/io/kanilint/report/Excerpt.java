package io.kanilint.report;

import io.kanilint.text.Source;
import io.kanilint.text.Span;

/**
 * A line of a file as it is shown, and where in it a stretch lies. Of a very long line only the neighbourhood is shown.
 *
 * @param text what is shown
 * @param from the column at which the stretch begins, 0-based
 * @param width how many columns it takes, at least one
 */
record Excerpt(String text, int from, int width) {
    private static final int LONGEST = 400;
    private static final int BEFORE = 80;
    private static final String CUT = "…";

    /** Whether this is not the whole line. */
    boolean isCut() {
        return text.startsWith(CUT) || text.endsWith(CUT);
    }

    /** The first line of a stretch. */
    static Excerpt of(Span place) {
        Source source = place.source();
        int line = place.startLine();
        if (line > source.lineCount()) {
            return new Excerpt("", 0, 1);
        }
        String text = source.line(line);
        int start = Math.clamp(place.start() - source.lineStart(line), 0, text.length());
        int end = Math.clamp(place.end() - source.lineStart(line), start, text.length());
        int first = 0;
        int last = text.length();
        if (last > LONGEST) {
            first = Math.max(0, start - BEFORE);
            first = first > 0 && Character.isLowSurrogate(text.charAt(first)) ? first - 1 : first;
            last = Math.min(last, first + LONGEST);
            last = last < text.length() && Character.isLowSurrogate(text.charAt(last)) ? last + 1 : last;
            end = Math.min(end, last);
        }
        String before = first > 0 ? CUT + text.substring(first, start) : text.substring(0, start);
        int from = Columns.of(before);
        String rest = text.substring(start, last) + (last < text.length() ? CUT : "");
        return new Excerpt(
                Columns.shown(before + rest),
                from,
                Math.max(1, Columns.after(from, text.substring(start, end)) - from));
    }
}
