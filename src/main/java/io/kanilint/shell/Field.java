package io.kanilint.shell;

import java.util.Optional;

/**
 * One argument of a command after expansion.
 *
 * @param many whether this stands for any number of arguments, none included: an unquoted unknown value, a pattern of
 *     file names
 */
public record Field(Value value, boolean many) {

    public static Field of(Value value) {
        return new Field(value, false);
    }

    public static Field of(String text) {
        return of(Value.of(text));
    }

    /** The argument, if it is one and all of it is known. */
    public Optional<String> known() {
        return many ? Optional.empty() : value.known();
    }
}
