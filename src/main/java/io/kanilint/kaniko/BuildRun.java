package io.kanilint.kaniko;

/**
 * A build on one way through a job.
 *
 * @param failed whether it ended with an error on this way
 */
public record BuildRun(Build build, boolean failed) {}
