/** A GitLab CI pipeline: jobs as GitLab would run them, with everything that could not be read kept as a gap. */
@NullMarked
package io.kanilint.pipeline;

import org.jspecify.annotations.NullMarked;
