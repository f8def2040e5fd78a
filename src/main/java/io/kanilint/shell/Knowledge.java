package io.kanilint.shell;

import java.util.Optional;

/**
 * What is taken for true on a way about unknown values, so that two conditions on the same value do not contradict.
 *
 * @param texts unknown stretches whose text was settled by a condition
 * @param facts conditions that came out true or false
 * @param fileFacts the same about files, forgotten when an unknown command may have changed them
 * @param streams what is left to be read and what was printed, which subshells share
 */
record Knowledge(SharedMap<String> texts, SharedMap<Boolean> facts, SharedMap<Boolean> fileFacts, Streams streams) {
    static final Knowledge NONE = new Knowledge(SharedMap.empty(), SharedMap.empty(), SharedMap.empty(), Streams.NONE);

    Knowledge with(Streams changed) {
        return new Knowledge(texts, facts, fileFacts, changed);
    }

    /** The value with all unknown stretches replaced whose text is settled. */
    Value resolve(Value value) {
        if (texts.isEmpty() || value.isKnown()) {
            return value;
        }
        return new Value(value.pieces().stream().map(this::resolve).toList());
    }

    private Value.Piece resolve(Value.Piece piece) {
        String text = piece instanceof Value.Unknown(String name) ? texts.get(name) : null;
        return text == null ? piece : new Value.Text(text);
    }

    Optional<Boolean> fact(String key) {
        return Optional.ofNullable(facts.get(key)).or(() -> Optional.ofNullable(fileFacts.get(key)));
    }

    Knowledge settle(String unknown, String text) {
        return new Knowledge(texts.plus(unknown, text), facts, fileFacts, streams);
    }

    Knowledge assume(String key, boolean truth) {
        return new Knowledge(texts, facts.plus(key, truth), fileFacts, streams);
    }

    Knowledge assumeOfFile(String key, boolean truth) {
        return new Knowledge(texts, facts, fileFacts.plus(key, truth), streams);
    }

    Knowledge forgetFiles() {
        return fileFacts.isEmpty() ? this : new Knowledge(texts, facts, SharedMap.empty(), streams);
    }

    /** What is taken for true in both. */
    Knowledge common(Knowledge other, Budget budget) {
        return new Knowledge(
                texts.common(other.texts),
                facts.common(other.facts),
                fileFacts.common(other.fileFacts),
                streams.common(other.streams, budget));
    }
}
