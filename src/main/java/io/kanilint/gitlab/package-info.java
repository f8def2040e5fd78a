/** The calls we make to GitLab, their records, and the two ways in which they fail; knows GitLab, not us. */
@NullMarked
package io.kanilint.gitlab;

import org.jspecify.annotations.NullMarked;
