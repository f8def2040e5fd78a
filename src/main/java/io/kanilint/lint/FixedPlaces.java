package io.kanilint.lint;

import io.kanilint.text.Edit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Jobs and lines that fixes change, so that two which get in each other's way are noticed. */
final class FixedPlaces {
    private final Set<String> jobs = new HashSet<>();
    /** Of each file: the first line of each stretch that is changed, and its last. */
    private final Map<String, NavigableMap<Integer, Integer>> stretches = new HashMap<>();

    /** Adds a fix if its jobs and its lines are still free. */
    boolean add(Set<String> fixed, List<Edit> edits) {
        if (fixed.stream().anyMatch(jobs::contains) || edits.stream().anyMatch(this::isTaken)) {
            return false;
        }
        jobs.addAll(fixed);
        edits.forEach(edit ->
                stretches.computeIfAbsent(edit.file(), _ -> new TreeMap<>()).put(edit.startLine(), edit.endLine()));
        return true;
    }

    private boolean isTaken(Edit edit) {
        NavigableMap<Integer, Integer> taken = stretches.get(edit.file());
        Map.Entry<Integer, Integer> last = taken == null ? null : taken.floorEntry(edit.endLine());
        return last != null && last.getValue() >= edit.startLine();
    }
}
