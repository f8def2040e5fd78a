package io.kanilint.fix;

import io.kanilint.shell.Command;
import java.util.List;

/**
 * What a job with several builds comes to as a matrix; its script is cut already.
 *
 * @param before commands that were run once before all builds
 * @param after commands that were run once after all builds
 * @param fixed whether the builds are the same in every pipeline
 */
record MatrixPlan(List<MatrixEntry> entries, List<Command> before, List<Command> after, boolean fixed) {}
