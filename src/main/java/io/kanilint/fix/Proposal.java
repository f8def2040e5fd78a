package io.kanilint.fix;

import io.kanilint.finding.Fix;
import java.util.Optional;

/** A change, or why there is none. */
public sealed interface Proposal {

    /** A change that is still to be proven. */
    record Offer(Fix change) implements Proposal {}

    /**
     * None.
     *
     * @param reason half a sentence
     */
    record None(String reason) implements Proposal {}

    default Optional<Fix> fix() {
        return this instanceof Offer(Fix change) ? Optional.of(change) : Optional.empty();
    }
}
