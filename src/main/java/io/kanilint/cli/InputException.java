package io.kanilint.cli;

/** An input that cannot be used. The message names it and says what is wrong, for the user. */
final class InputException extends RuntimeException {
    InputException(String message) {
        super(message);
    }
}
