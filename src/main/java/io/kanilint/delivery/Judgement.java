package io.kanilint.delivery;

import org.jspecify.annotations.Nullable;

/**
 * A verdict and why.
 *
 * @param reason for administrators; null if the verdict says it all
 */
record Judgement(Verdict verdict, @Nullable String reason) {
    static final Judgement QUEUED = new Judgement(Verdict.QUEUED, null);

    static Judgement ignored(String reason) {
        return new Judgement(Verdict.IGNORED, reason);
    }
}
