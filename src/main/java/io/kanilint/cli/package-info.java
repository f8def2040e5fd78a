/** The command line. Starts without Spring, network or database. */
@NullMarked
package io.kanilint.cli;

import org.jspecify.annotations.NullMarked;
