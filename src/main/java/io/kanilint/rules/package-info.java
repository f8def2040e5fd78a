/** One class per rule, and the list of them. */
@NullMarked
package io.kanilint.rules;

import org.jspecify.annotations.NullMarked;
