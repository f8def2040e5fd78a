package io.kanilint.pipeline;

import io.kanilint.text.Span;

/**
 * Bounds the work of putting a configuration together, so that a small file cannot grow without end through templates,
 * references and aliases. Real configurations need less than a hundredth of it.
 */
final class Budget {
    private static final long ENTRIES = 1_000_000;

    private final Remarks remarks;
    private long left = ENTRIES;

    Budget(Remarks remarks) {
        this.remarks = remarks;
    }

    /** Takes from what is left; false once nothing is left. */
    boolean spend(long amount, Span at) {
        if (left < 0) {
            return false;
        }
        left -= amount;
        if (left < 0) {
            remarks.problem(
                    at,
                    "",
                    "Templates, references, aliases and matrices make this grow too large: to some %,d entries. From here on, nothing is read. Let fewer jobs share fewer lines."
                            .formatted(ENTRIES));
        }
        return left >= 0;
    }

    /** Whether there is nothing left. */
    boolean isSpent() {
        return left < 0;
    }
}
