package io.kanilint.pipeline;

import io.kanilint.text.Span;

/**
 * Something that could not be read, so that nothing is claimed about it.
 *
 * @param mistake whether whoever wrote it meant something else, and wants to be told: a comment that names no rule
 */
public record Gap(Span span, String reason, boolean mistake) {
    public Gap(Span span, String reason) {
        this(span, reason, false);
    }
}
