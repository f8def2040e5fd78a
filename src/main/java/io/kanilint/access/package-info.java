/** Who is asking: how people and programs sign in, what they may see and do, and the record of what they did. */
@NullMarked
package io.kanilint.access;

import org.jspecify.annotations.NullMarked;
