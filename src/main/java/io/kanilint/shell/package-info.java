/** Shell scripts as a syntax tree with positions, and the ways through them. Never throws on bad input. */
@NullMarked
package io.kanilint.shell;

import org.jspecify.annotations.NullMarked;
