package io.kanilint.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Makes states one that differ only in how one call ended, after which all went on as it would have: a script that goes on
 * after errors has as many ways as there are sets of calls that can fail.
 */
final class Merger {
    /** How far back calls are looked at: those before were made one when they were new. */
    private static final int FURTHEST = 16;

    private Merger() {}

    static List<State> merge(List<State> states) {
        int longest =
                states.stream().mapToInt(state -> state.trail().size()).max().orElse(0);
        List<State> merged = states;
        for (int place = longest - 1; place >= Math.max(0, longest - FURTHEST); place--) {
            merged = merge(merged, place);
        }
        return merged;
    }

    /** Those that are the same but for the call at one place. */
    private static List<State> merge(List<State> states, int place) {
        var all = new ArrayList<State>();
        var partners = new HashMap<State, Integer>();
        for (State state : states) {
            List<Element> last = state.trail().since(place);
            boolean fits = !last.isEmpty() && last.getFirst() instanceof Call call && !call.either();
            if (!fits) {
                all.add(state);
                continue;
            }
            State either = with(state, place, last);
            Integer partner = partners.putIfAbsent(either, all.size());
            if (partner == null) {
                all.add(state);
            } else {
                all.set(partner, either);
            }
        }
        return List.copyOf(new LinkedHashSet<>(all));
    }

    private static State with(State state, int place, List<Element> last) {
        var changed = new ArrayList<>(last);
        changed.set(0, ((Call) last.getFirst()).makeEither());
        return state.with(state.trail().until(place).addAll(changed));
    }
}
