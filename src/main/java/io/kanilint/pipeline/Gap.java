package io.kanilint.pipeline;

import io.kanilint.text.Span;

/** Something that could not be read, so that nothing is claimed about it. */
public record Gap(Span span, String reason) {}
