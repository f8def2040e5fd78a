package io.kanilint.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text put together from stretches of sources (a scalar after unescaping and folding, a script made of list items)
 * that knows for each of its characters where that was written.
 */
public final class MappedText {

    /** A run of characters of one source: character {@code i} was written from {@code starts[i]} to {@code ends[i]}. */
    private static final class Piece {
        private final int start;
        private final Span whole;
        private final int[] starts;
        private final int[] ends;

        Piece(int start, Span whole, int[] starts, int[] ends) {
            this.start = start;
            this.whole = whole;
            this.starts = starts;
            this.ends = ends;
        }

        Piece movedBy(int distance) {
            return new Piece(start + distance, whole, starts, ends);
        }

        Span span(int from, int to) {
            int length = starts.length;
            if (length == 0) {
                return whole;
            }
            int first = Math.clamp(from - start, 0, length);
            int last = Math.clamp(to - start, first, length);
            int begin = first == length ? ends[length - 1] : starts[first];
            return new Span(whole.source(), begin, last == first ? begin : ends[last - 1]);
        }
    }

    private final String text;
    private final List<Piece> pieces;

    private MappedText(String text, List<Piece> pieces) {
        this.text = text;
        this.pieces = pieces;
    }

    /**
     * A text from one source.
     *
     * @param whole where all of it was written
     * @param starts for each character where in the source it begins
     * @param ends for each character where it ends: what lies between it and the next one stands for no character
     */
    public static MappedText of(String text, Span whole, int[] starts, int[] ends) {
        if (starts.length != text.length() || ends.length != text.length()) {
            throw new IllegalArgumentException(
                    "%d and %d places for %d characters".formatted(starts.length, ends.length, text.length()));
        }
        return new MappedText(text, List.of(new Piece(0, whole, starts, ends)));
    }

    /** A whole source, each character where it is. */
    public static MappedText of(Source source) {
        int length = source.text().length();
        int[] starts = new int[length];
        int[] ends = new int[length];
        Arrays.setAll(starts, offset -> offset);
        Arrays.setAll(ends, offset -> offset + 1);
        return of(source.text(), new Span(source, 0, length), starts, ends);
    }

    /** The texts one after the other, each ended by a line feed. */
    public static MappedText lines(List<MappedText> texts) {
        var joined = new StringBuilder();
        var pieces = new ArrayList<Piece>();
        for (MappedText part : texts) {
            part.pieces.forEach(piece -> pieces.add(piece.movedBy(joined.length())));
            joined.append(part.text).append('\n');
        }
        return new MappedText(joined.toString(), List.copyOf(pieces));
    }

    public String text() {
        return text;
    }

    /** Where the characters {@code start} to {@code end} (excluded) were written; cut at the end of the piece that {@code start} lies in. */
    public Span span(int start, int end) {
        return pieceAt(start).span(start, end);
    }

    private Piece pieceAt(int offset) {
        int low = 0;
        int high = pieces.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (pieces.get(middle).start <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return pieces.get(low);
    }
}
