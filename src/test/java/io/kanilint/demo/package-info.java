/** Kanilint shown at work: the service together with a stand-in for GitLab, nothing to set up. */
@NullMarked
package io.kanilint.demo;

import org.jspecify.annotations.NullMarked;
