package io.kanilint.delivery;

import org.springframework.stereotype.Component;

/** What people ask of us in comments. */
@Component
class Commands {

    /** Called in the transaction that keeps the delivery; work that is queued here is queued with it, or not at all. */
    @SuppressWarnings("unused") // What there is to take.
    Judgement take(Hook.Note note) {
        return Judgement.ignored("Commands are not answered yet.");
    }
}
