/** Looks at the service's settings and says which are right, and what to do about the others. */
@NullMarked
package io.kanilint.doctor;

import org.jspecify.annotations.NullMarked;
