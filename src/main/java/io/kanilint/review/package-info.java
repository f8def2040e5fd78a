/** One review of one merge request: fetch, lint, compare, post, remember. */
@NullMarked
package io.kanilint.review;

import org.jspecify.annotations.NullMarked;
