package io.kanilint.shell;

/** Stops the reading of one line; caught within the package. */
final class ShellSyntaxException extends RuntimeException {
    final int offset;

    ShellSyntaxException(String message, int offset) {
        super(message, null, false, false);
        this.offset = offset;
    }
}
