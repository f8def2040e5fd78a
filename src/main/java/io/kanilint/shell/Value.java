package io.kanilint.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a text comes to when the shell has expanded it, as far as that is known: stretches of text, and unknown stretches
 * that bear the name of what they stand for. Two unknown stretches of one name have the same text.
 */
public record Value(List<Piece> pieces) {
    public static final Value EMPTY = new Value(List.of());

    /** In characters: a script can double a value with every line. No system takes a longer argument than about this. */
    private static final int LONGEST = 1 << 17;

    private static final int MOST_PIECES = 256;

    /** A stretch of a value. */
    public sealed interface Piece {}

    public record Text(String text) implements Piece {}

    /**
     * A stretch that is not known.
     *
     * @param name the variable it comes from; {@code name#2} after it was changed in a way that is not known
     */
    public record Unknown(String name) implements Piece {}

    /** Neighbouring texts are joined and empty ones dropped, so that equal values are equal records. */
    public Value {
        pieces = isSimple(pieces) ? List.copyOf(pieces) : joined(pieces);
    }

    /** Whether there is nothing to join, as of nearly all values. */
    private static boolean isSimple(List<Piece> pieces) {
        return pieces.size() == 1
                && switch (pieces.getFirst()) {
                    case Text(String text) -> !text.isEmpty() && text.length() <= LONGEST;
                    case Unknown _ -> true;
                };
    }

    private static List<Piece> joined(List<Piece> pieces) {
        var joined = new ArrayList<Piece>();
        for (Piece piece : pieces) {
            if (piece instanceof Text(String text)) {
                if (!joined.isEmpty() && joined.getLast() instanceof Text(String before)) {
                    joined.set(joined.size() - 1, new Text(before + text));
                } else if (!text.isEmpty()) {
                    joined.add(piece);
                }
            } else {
                joined.add(piece);
            }
        }
        return isTooLong(joined) ? List.of(tooLong(joined)) : List.copyOf(joined);
    }

    private static boolean isTooLong(List<Piece> pieces) {
        int length = 0;
        for (Piece piece : pieces) {
            length += piece instanceof Text(String text) ? text.length() : 0;
        }
        return length > LONGEST || pieces.size() > MOST_PIECES;
    }

    /** Stands for a value that is not kept: the same for equal ones. */
    private static Unknown tooLong(List<Piece> pieces) {
        return new Unknown("a long text " + Integer.toHexString(pieces.hashCode()));
    }

    public static Value of(String text) {
        return new Value(List.of(new Text(text)));
    }

    public static Value unknown(String name) {
        return new Value(List.of(new Unknown(name)));
    }

    public Value plus(Value other) {
        var all = new ArrayList<>(pieces);
        all.addAll(other.pieces);
        return new Value(all);
    }

    /** The text, if all of it is known. */
    public Optional<String> known() {
        return switch (pieces.size()) {
            case 0 -> Optional.of("");
            case 1 -> pieces.getFirst() instanceof Text(String text) ? Optional.of(text) : Optional.empty();
            default -> Optional.empty();
        };
    }

    public boolean isKnown() {
        return known().isPresent();
    }

    /** The known text before the first unknown stretch. */
    public String knownStart() {
        return !pieces.isEmpty() && pieces.getFirst() instanceof Text(String text) ? text : "";
    }

    /** The value without its first characters, which must be known ones. */
    public Value from(int start) {
        if (start == 0) {
            return this;
        }
        var rest = new ArrayList<>(pieces);
        rest.set(0, new Text(knownStart().substring(start)));
        return new Value(rest);
    }

    /** For people and for comparing: the text, unknown stretches as {@code ${NAME}}. */
    public String pattern() {
        var pattern = new StringBuilder();
        for (Piece piece : pieces) {
            switch (piece) {
                case Text(String text) -> pattern.append(text);
                case Unknown(String name) -> pattern.append("${").append(name).append('}');
            }
        }
        return pattern.toString();
    }

    @Override
    public String toString() {
        return pattern();
    }
}
