/** What people see: the administrator's pages and the REST API. Owns no data. */
@NullMarked
package io.kanilint.dashboard;

import org.jspecify.annotations.NullMarked;
