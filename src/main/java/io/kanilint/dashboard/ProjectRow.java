package io.kanilint.dashboard;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A project in a list.
 *
 * @param reviewId its last review; 0 if there is none
 * @param outcome that of its last review
 * @param hookSeenAt when a hook last told of it, whether the hook is its own, its group's or the system's
 */
record ProjectRow(
        long id,
        String path,
        OffsetDateTime lastReviewedAt,
        long errors,
        long warnings,
        long infos,
        long reviewId,
        @Nullable String outcome,
        @Nullable OffsetDateTime hookSeenAt) {
    long open() {
        return errors + warnings + infos;
    }
}
