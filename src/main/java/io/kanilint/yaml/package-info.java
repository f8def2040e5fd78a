/** YAML that knows where it was written, down to the single character of a scalar. */
@NullMarked
package io.kanilint.yaml;

import org.jspecify.annotations.NullMarked;
