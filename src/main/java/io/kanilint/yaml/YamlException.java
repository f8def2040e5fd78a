package io.kanilint.yaml;

import io.kanilint.text.Span;

/** A text that is not YAML, or exceeds a limit. The message is for the author of the file and names no place. */
public final class YamlException extends RuntimeException {
    private final transient Span span;

    YamlException(Span span, String message) {
        super(message);
        this.span = span;
    }

    /** Where reading stopped. */
    public Span span() {
        return span;
    }
}
