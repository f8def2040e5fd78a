package io.kanilint.dashboard;

import io.kanilint.review.Dismissals;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** That a finding was put aside, as programs get it. */
@Schema(name = "Dismissal", description = "That a finding was put aside for its whole project.")
record ApiDismissal(
        @Schema(
                description = "`ignored`: it is true and nobody minds; `false_alarm`: it is not true.",
                allowableValues = {"ignored", "false_alarm"})
        String kind,

        String reason,
        @Schema(description = "Who did it.") String by,
        Instant at) {

    static ApiDismissal of(Dismissals.Dismissal dismissal) {
        return new ApiDismissal(dismissal.kind().word(), dismissal.reason(), dismissal.by(), dismissal.at());
    }
}
