/** Tells a collector what was done and how long each part of it took, where the administrator names one. */
@NullMarked
package io.kanilint.trace;

import org.jspecify.annotations.NullMarked;
