/** A webhook comes in: authenticated, kept, queued, worked off. */
@NullMarked
package io.kanilint.delivery;

import org.jspecify.annotations.NullMarked;
