package io.kanilint.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is taken for true on a way about unknown values, so that two conditions on the same value do not contradict.
 *
 * @param texts unknown stretches whose text was settled by a condition
 * @param facts conditions that came out true or false
 * @param fileFacts the same about files, forgotten when an unknown command may have changed them
 */
record Knowledge(Map<String, String> texts, Map<String, Boolean> facts, Map<String, Boolean> fileFacts) {
    static final Knowledge NONE = new Knowledge(Map.of(), Map.of(), Map.of());

    /** The value with all unknown stretches replaced whose text is settled. */
    Value resolve(Value value) {
        if (texts.isEmpty() || value.isKnown()) {
            return value;
        }
        return new Value(value.pieces().stream().map(this::resolve).toList());
    }

    private Value.Piece resolve(Value.Piece piece) {
        return piece instanceof Value.Unknown(String name) && texts.containsKey(name)
                ? new Value.Text(texts.getOrDefault(name, ""))
                : piece;
    }

    Optional<Boolean> fact(String key) {
        return Optional.ofNullable(facts.get(key)).or(() -> Optional.ofNullable(fileFacts.get(key)));
    }

    Knowledge settle(String unknown, String text) {
        return new Knowledge(with(texts, unknown, text), facts, fileFacts);
    }

    Knowledge assume(String key, boolean truth) {
        return new Knowledge(texts, with(facts, key, truth), fileFacts);
    }

    Knowledge assumeOfFile(String key, boolean truth) {
        return new Knowledge(texts, facts, with(fileFacts, key, truth));
    }

    Knowledge forgetFiles() {
        return fileFacts.isEmpty() ? this : new Knowledge(texts, facts, Map.of());
    }

    private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
        var changed = new HashMap<>(map);
        changed.put(key, value);
        return Map.copyOf(changed);
    }
}
