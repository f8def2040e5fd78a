package io.kanilint.pipeline;

import io.kanilint.text.Span;

/**
 * Something that GitLab would refuse.
 *
 * @param subject the job it concerns, or empty for the whole file
 * @param message a sentence or two for the author
 * @param lost what of the configuration could not be read for this reason
 */
public record Problem(Span span, String subject, String message, Loss lost) {
    /** How much was not read: nothing at all, one of the included files or more, or the CI file itself and so everything. */
    public enum Loss {
        NOTHING,
        FILE,
        ALL
    }
}
