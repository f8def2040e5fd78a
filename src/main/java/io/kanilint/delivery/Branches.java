package io.kanilint.delivery;

import org.springframework.stereotype.Component;

/** What is pushed to branches that merge requests want to merge into. */
@Component
class Branches {

    /** Called in the transaction that keeps the delivery; work that is queued here is queued with it, or not at all. */
    @SuppressWarnings("unused") // What there is to take.
    Judgement take(Hook.Pushed push) {
        return Judgement.ignored("Pushes to branches are not followed yet.");
    }
}
