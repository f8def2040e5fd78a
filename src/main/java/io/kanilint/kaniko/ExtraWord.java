package io.kanilint.kaniko;

import io.kanilint.shell.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A word that belongs to no flag. The executor takes none: {@code unknown command "true" for "executor"}.
 *
 * @param word its index
 * @param boolBefore the boolean flag just before it, whose value it was probably meant to be
 */
public record ExtraWord(Value value, int word, @Nullable FlagUse boolBefore) {

    /** The flag for which this is a value that wants a {@code =}: {@code --cache true}. */
    public Optional<FlagUse> meantFor() {
        boolean isValue = value.known()
                .map(text -> FlagType.TRUE.contains(text) || FlagType.FALSE.contains(text))
                .orElse(true);
        return isValue ? Optional.ofNullable(boolBefore) : Optional.empty();
    }
}
