/** A file's text, a stretch of it, a change to it. */
@NullMarked
package io.kanilint.text;

import org.jspecify.annotations.NullMarked;
