package io.kanilint.review;

import io.kanilint.finding.Severity;
import io.kanilint.lint.Settings;

/**
 * What gets a thread.
 *
 * @param severity the least severity
 * @param threads the most threads of one merge request
 */
record Limits(Severity severity, int threads) {
    static final Limits DEFAULT = of(Settings.DEFAULT.comments());

    static Limits of(Settings.Comments comments) {
        return new Limits(comments.severity(), comments.max());
    }
}
