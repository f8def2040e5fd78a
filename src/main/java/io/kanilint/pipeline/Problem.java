package io.kanilint.pipeline;

import io.kanilint.text.Span;

/**
 * Something that GitLab would refuse.
 *
 * @param subject the job it concerns, or empty for the whole file
 * @param fatal whether nothing of the file could be read
 * @param message a sentence or two for the author
 */
public record Problem(Span span, String subject, String message, boolean fatal) {}
