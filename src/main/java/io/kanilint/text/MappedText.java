package io.kanilint.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text put together from stretches of sources (a scalar after unescaping and folding, a script made of list items)
 * that knows for each of its characters where that was written.
 */
public final class MappedText {

    /** A run of characters from one source: {@code offsets[i]} is where character {@code i} was written, the last one where the run ends. */
    private static final class Piece {
        private final int start;
        private final Source source;
        private final int[] offsets;

        Piece(int start, Source source, int[] offsets) {
            this.start = start;
            this.source = source;
            this.offsets = offsets;
        }

        int length() {
            return offsets.length - 1;
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
     * @param offsets for each character its offset in the source, and one more: where the last one ends
     */
    public static MappedText of(String text, Source source, int[] offsets) {
        if (offsets.length != text.length() + 1) {
            throw new IllegalArgumentException("%d offsets for %d characters".formatted(offsets.length, text.length()));
        }
        return new MappedText(text, List.of(new Piece(0, source, offsets)));
    }

    /** A whole source, each character where it is. */
    public static MappedText of(Source source) {
        int[] offsets = new int[source.text().length() + 1];
        Arrays.setAll(offsets, offset -> offset);
        return of(source.text(), source, offsets);
    }

    /** The texts one after the other, each ended by a line feed. */
    public static MappedText lines(List<MappedText> texts) {
        var joined = new StringBuilder();
        var pieces = new ArrayList<Piece>();
        for (MappedText part : texts) {
            for (Piece piece : part.pieces) {
                pieces.add(new Piece(joined.length() + piece.start, piece.source, piece.offsets));
            }
            joined.append(part.text).append('\n');
        }
        return new MappedText(joined.toString(), List.copyOf(pieces));
    }

    public String text() {
        return text;
    }

    /** Where the characters {@code start} to {@code end} (excluded) were written; cut at the end of the piece that {@code start} lies in. */
    public Span span(int start, int end) {
        Piece piece = pieceAt(start);
        int first = Math.min(start - piece.start, piece.length());
        int last = Math.clamp(end - piece.start, first, piece.length());
        return new Span(piece.source, piece.offsets[first], piece.offsets[last]);
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
