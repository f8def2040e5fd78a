package io.kanilint.shell;

import java.util.List;
import java.util.function.BiFunction;

/**
 * What an expansion came to on one way, and the state after it: an expansion can run commands and set variables.
 *
 * @param <T> fields, or one value
 */
record Expanded<T>(State state, T result) {

    /** Goes on with each of some expansions. */
    static <T, U> List<Expanded<U>> then(List<Expanded<T>> list, BiFunction<State, T, List<Expanded<U>>> next) {
        return list.stream()
                .flatMap(one -> next.apply(one.state, one.result).stream())
                .distinct()
                .toList();
    }
}
