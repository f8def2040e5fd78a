package io.kanilint.dashboard;

import io.swagger.v3.oas.annotations.media.Schema;

/** How many open findings something has. */
@Schema(name = "OpenCount", description = "How many open findings there are, by severity.")
record ApiOpen(long errors, long warnings, long infos) {

    static ApiOpen of(Overview.Open open) {
        return new ApiOpen(open.errors(), open.warnings(), open.infos());
    }
}
