package io.kanilint.pipeline;

import io.kanilint.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * The image a job runs in.
 *
 * @param name the reference as written, variables not replaced
 * @param entrypoint the entry point that replaces the image's own, if there is one
 */
public record Image(String name, Optional<List<String>> entrypoint, Span span) {}
