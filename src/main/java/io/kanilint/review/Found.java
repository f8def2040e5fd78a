package io.kanilint.review;

import io.kanilint.finding.Finding;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a review found.
 *
 * @param all everything at the head
 * @param relevant those of them that the merge request brings in or touches
 * @param returned fingerprints of those that an earlier review of it no longer found
 * @param ignored fingerprints of those that would be relevant, had people not asked us to say nothing about them
 * @param dismissed those of them that were put aside for the whole project
 * @param whole whether all of the configuration could be read; if not, what was not found may be there all the same
 */
record Found(
        List<Finding> all,
        List<Finding> relevant,
        Set<String> returned,
        Set<String> ignored,
        Set<String> dismissed,
        boolean whole) {
    static final Found NOTHING = new Found(List.of(), List.of(), Set.of(), Set.of());

    Found {
        all = List.copyOf(all);
        relevant = List.copyOf(relevant);
        returned = Set.copyOf(returned);
        ignored = Set.copyOf(ignored);
        dismissed = Set.copyOf(dismissed);
    }

    Found(List<Finding> all, List<Finding> relevant, Set<String> returned, Set<String> ignored) {
        this(all, relevant, returned, ignored, Set.of(), true);
    }

    /** Whether one is no longer there for certain. */
    boolean gone(String fingerprint) {
        return whole && !present().contains(fingerprint);
    }

    Set<String> present() {
        return all.stream().map(Finding::fingerprint).collect(Collectors.toSet());
    }
}
