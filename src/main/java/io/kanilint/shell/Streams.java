package io.kanilint.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Standard input and output of the commands that run, as far as a script itself makes and uses them.
 *
 * @param input what is left to be read, if that is known
 * @param kept whether output is kept, as in a substitution and in a pipeline
 * @param output what was printed so far; may have unknown stretches
 */
record Streams(Optional<Value> input, boolean kept, Value output) {
    static final Streams NONE = new Streams(Optional.empty(), false, Value.EMPTY);

    static Streams of(State state) {
        return state.knowledge().streams();
    }

    State in(State state) {
        return equals(of(state)) ? state : state.with(state.knowledge().with(this));
    }

    Streams reading(Optional<Value> text) {
        return new Streams(text, kept, output);
    }

    /** Keeps output from now on. */
    Streams keeping() {
        return new Streams(input, true, Value.EMPTY);
    }

    /** Lets output go elsewhere. */
    Streams away() {
        return new Streams(input, false, Value.EMPTY);
    }

    /** The same input with the output of others. */
    Streams printingTo(Streams other) {
        return new Streams(input, other.kept, other.output);
    }

    Streams print(Value text) {
        return kept ? new Streams(input, true, output.plus(text)) : this;
    }

    /** After something that may have read and printed anything. */
    Streams disturbed(Budget budget) {
        return input.isEmpty() && !kept ? this : printingUnknown(budget).reading(Optional.empty());
    }

    Streams printingUnknown(Budget budget) {
        return kept ? print(budget.fresh("$(…)")) : this;
    }

    /** What two have in common. */
    Streams common(Streams other, Budget budget) {
        return equals(other)
                ? this
                : new Streams(
                        input.equals(other.input) ? input : Optional.empty(),
                        kept,
                        output.equals(other.output) ? output : budget.fresh("$(…)"));
    }

    /** What a substitution makes of the output: line breaks at its end are dropped. Empty if these are not known. */
    Optional<Value> substituted() {
        List<Value.Piece> pieces = output.pieces();
        Value trimmed = output;
        if (!pieces.isEmpty() && pieces.getLast() instanceof Value.Text(String text)) {
            trimmed = new Value(pieces.subList(0, pieces.size() - 1)).plus(Value.of(text.replaceFirst("\n+\\z", "")));
        }
        List<Value.Piece> known = new ArrayList<>(trimmed.pieces());
        while (!known.isEmpty() && known.getLast() instanceof Value.Unknown) {
            known.removeLast();
        }
        boolean mayEndInBreak = known.size() < trimmed.pieces().size()
                && !known.isEmpty()
                && known.getLast() instanceof Value.Text(String text)
                && text.endsWith("\n");
        return mayEndInBreak ? Optional.empty() : Optional.of(trimmed);
    }
}
