/** Files in, findings out: the whole core behind one method. */
@NullMarked
package io.kanilint.lint;

import org.jspecify.annotations.NullMarked;
