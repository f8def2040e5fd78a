package io.kanilint.lint;

import io.kanilint.text.Span;

/** Settings that cannot be used. The message names the place and says what is wrong there, for their author. */
public final class SettingsException extends RuntimeException {
    SettingsException(Span place, String message) {
        super(place + ": " + message);
    }
}
