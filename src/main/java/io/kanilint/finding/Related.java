package io.kanilint.finding;

import io.kanilint.text.Span;

/** Another place that belongs to a finding. */
public record Related(Span span, String message) {}
