/** The way in: decides whether this run is the service or the command line. */
@NullMarked
package io.kanilint;

import org.jspecify.annotations.NullMarked;
