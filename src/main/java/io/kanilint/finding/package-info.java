/** What a rule says: findings, their severity, and the fixes offered for them. */
@NullMarked
package io.kanilint.finding;

import org.jspecify.annotations.NullMarked;
