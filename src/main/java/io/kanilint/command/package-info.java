/** What people ask of us in comments: read, done, answered. */
@NullMarked
package io.kanilint.command;

import org.jspecify.annotations.NullMarked;
