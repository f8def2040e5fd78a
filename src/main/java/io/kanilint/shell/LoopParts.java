package io.kanilint.shell;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A loop as its parts.
 *
 * @param condition decides about a round
 * @param until how the condition ends when there is no other round: OK if true
 * @param body what a round does
 * @param sets the variables that the loop sets
 * @param silent whether the condition leaves {@code $?} as it was
 */
record LoopParts(
        Function<State, List<State>> condition,
        boolean until,
        Function<State, List<State>> body,
        Set<String> sets,
        boolean silent) {

    List<State> more(List<State> tested, State before) {
        List<State> more = States.succeeded(tested, !until);
        return silent ? States.map(more, now -> now.with(before.status())) : more;
    }

    LoopParts setting(Set<String> fewer) {
        return new LoopParts(condition, until, body, fewer, silent);
    }

    List<State> over(List<State> tested) {
        return States.succeeded(tested, until);
    }
}
