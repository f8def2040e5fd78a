/** Splits and other repairs as edits of the text the author wrote. */
@NullMarked
package io.kanilint.fix;

import org.jspecify.annotations.NullMarked;
