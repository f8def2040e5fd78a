package io.kanilint.pipeline;

import io.kanilint.text.Source;
import io.kanilint.text.Span;
import java.util.ArrayList;
import java.util.List;

/** A file's text after interpolation, which knows where each of its characters comes from. */
final class InterpolatedText {

    /**
     * A stretch of the text.
     *
     * @param start where it begins in the text
     * @param from where it was written
     * @param to where that ends
     * @param inserted whether it stands in place of an input; if not, it is a copy
     */
    private record Piece(int start, int from, int to, boolean inserted) {}

    private final Source origin;
    private final StringBuilder text = new StringBuilder();
    private final List<Piece> pieces = new ArrayList<>();

    InterpolatedText(Source origin) {
        this.origin = origin;
    }

    void copy(int from, int to) {
        pieces.add(new Piece(text.length(), from, to, false));
        text.append(origin.text(), from, to);
    }

    void insert(String value, int from, int to) {
        pieces.add(new Piece(text.length(), from, to, true));
        text.append(value);
    }

    int length() {
        return text.length();
    }

    /** The file that a human wrote. */
    Source origin() {
        return origin;
    }

    /** The text as a file of its own. */
    Source source() {
        return new Source(origin.path(), text.toString());
    }

    /** Where a stretch of the text was written; an input is one place, however long its value. */
    Span origin(Span span) {
        int start = offset(span.start());
        int end = span.end() > span.start() ? endOffset(span.end()) : start;
        return new Span(origin, start, Math.max(start, end));
    }

    /** Where a character was written. */
    int offset(int at) {
        if (pieces.isEmpty()) {
            return 0;
        }
        Piece piece = pieces.get(pieceAt(at));
        return piece.inserted ? piece.from : Math.min(piece.to, piece.from + at - piece.start);
    }

    /** Where the character before an offset ends. */
    int endOffset(int at) {
        if (pieces.isEmpty() || at == 0) {
            return offset(at);
        }
        Piece piece = pieces.get(pieceAt(at - 1));
        return piece.inserted ? piece.to : Math.min(piece.to, piece.from + at - piece.start);
    }

    /** Whether something in a stretch of the text does not stand in the file itself. */
    boolean isChanged(int start, int end) {
        for (int i = pieceAt(start); i < pieces.size() && pieces.get(i).start < Math.max(end, start + 1); i++) {
            if (pieces.get(i).inserted) {
                return true;
            }
        }
        return false;
    }

    /** The last piece that begins at or before an offset. */
    private int pieceAt(int at) {
        int low = 0;
        int high = pieces.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (pieces.get(middle).start <= at) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
