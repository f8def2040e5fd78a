package io.kanilint.kaniko;

import java.util.Optional;

/**
 * A flag of other tools that people give to kaniko.
 *
 * @param meant the flag of kaniko that does it; empty if there is none
 * @param remark what to know about it, for a message; may be empty
 */
public record OtherFlag(String name, String meant, String remark) {

    public Optional<String> replacement() {
        return meant.isEmpty() ? Optional.empty() : Optional.of(meant);
    }
}
