/** Executor runs found in jobs: which commands build images, in which order, with which flags. */
@NullMarked
package io.kanilint.kaniko;

import org.jspecify.annotations.NullMarked;
