/** A lint result as terminal text, JSON or Markdown. */
@NullMarked
package io.kanilint.report;

import org.jspecify.annotations.NullMarked;
