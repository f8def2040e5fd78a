/** The program: the service and the command line start here. */
@NullMarked
package io.kanilint;

import org.jspecify.annotations.NullMarked;
