package io.kanilint.delivery;

import org.springframework.stereotype.Component;

/** What people think of our comments. */
@Component
class Feedback {

    /** Called in the transaction that keeps the delivery; work that is queued here is queued with it, or not at all. */
    @SuppressWarnings("unused") // What there is to take.
    Judgement take(Hook.Emoji emoji) {
        return Judgement.ignored("Feedback is not counted yet.");
    }
}
