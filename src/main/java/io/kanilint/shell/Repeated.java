package io.kanilint.shell;

import java.util.List;
import java.util.Set;

/**
 * Any number of rounds of a loop, none included.
 *
 * @param rounds what one round can be; different rounds may differ, and the empty one is left out
 */
public record Repeated(Set<List<Element>> rounds) implements Element {

    public Repeated {
        rounds = Set.copyOf(rounds);
    }

    /** Cheap: loops in loops hold each other's rounds many times. */
    @Override
    public int hashCode() {
        return rounds.size();
    }
}
