package io.kanilint.kaniko;

import io.kanilint.shell.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A flag on a command line.
 *
 * @param written as written, dashes included: {@code --destination}, {@code -d}
 * @param definition what it is, if any release knows it
 * @param given its value; {@code true} for a boolean without one; missing where the words end before it, or where the
 *     flag is not known and so nobody can say whether it takes the next word
 * @param word index of the word it stands in
 * @param valueWord index of the word that ends its value: the same, or the next
 */
public record FlagUse(
        String written, @Nullable Flag definition, @Nullable Value given, int word, int valueWord) {

    /** Empty if no release knows the flag. */
    public Optional<Flag> flag() {
        return Optional.ofNullable(definition);
    }

    public Optional<Value> value() {
        return Optional.ofNullable(given);
    }

    /** Whether the flag is known, takes a value, and there is none. */
    public boolean lacksValue() {
        return definition != null && given == null;
    }

    /** The name without dashes, as written. */
    public String name() {
        return written.replaceFirst("^--?", "");
    }

    /** Whether this is the flag of that name, also by an old spelling. */
    boolean is(String name) {
        return definition != null && definition.today().equals(name);
    }

    /** For a boolean: whether it is switched on. Values that the executor refuses leave it open. */
    Answer isOn() {
        return given == null ? Answer.UNKNOWN : isOn(given);
    }

    static Answer isOn(Value value) {
        String text = value.known().orElse("");
        if (FlagType.TRUE.contains(text)) {
            return Answer.YES;
        }
        return FlagType.FALSE.contains(text) ? Answer.NO : Answer.UNKNOWN;
    }
}
