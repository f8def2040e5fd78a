package io.kanilint.delivery;

import org.springframework.stereotype.Component;

/** What became of jobs and pipelines that we said something about. */
@Component
class Evidence {
    private static final Judgement NOT_YET = Judgement.ignored("Jobs and pipelines are not followed yet.");

    /** Called in the transaction that keeps the delivery; work that is queued here is queued with it, or not at all. */
    @SuppressWarnings("unused") // What there is to take.
    Judgement take(Hook.JobFinished job) {
        return NOT_YET;
    }

    @SuppressWarnings("unused") // As above.
    Judgement take(Hook.PipelineFinished pipeline) {
        return NOT_YET;
    }
}
