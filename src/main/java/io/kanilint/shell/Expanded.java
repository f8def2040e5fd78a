package io.kanilint.shell;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What an expansion came to on one way, and the state after it: an expansion can run commands and set variables.
 *
 * @param <T> fields, or one value
 */
record Expanded<T>(State state, T result) {

    /** Each of some expansions changed; those that become equal are one. */
    static <T, U> List<Expanded<U>> map(List<Expanded<T>> list, Function<Expanded<T>, Expanded<U>> change) {
        if (list.size() == 1) {
            return List.of(change.apply(list.getFirst()));
        }
        var all = new LinkedHashSet<Expanded<U>>();
        list.forEach(one -> all.add(change.apply(one)));
        return List.copyOf(all);
    }

    /** Goes on with each of some expansions. */
    static <T, U> List<Expanded<U>> then(List<Expanded<T>> list, BiFunction<State, T, List<Expanded<U>>> next) {
        if (list.size() == 1) {
            return next.apply(list.getFirst().state, list.getFirst().result);
        }
        var all = new LinkedHashSet<Expanded<U>>();
        list.forEach(one -> all.addAll(next.apply(one.state, one.result)));
        return List.copyOf(all);
    }
}
