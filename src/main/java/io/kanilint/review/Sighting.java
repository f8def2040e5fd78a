package io.kanilint.review;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a review leaves to remember of a merge request's findings.
 *
 * @param headSha the commit that was looked at
 * @param threads the ids of the threads by fingerprint, where there are any
 * @param resolved the fingerprints of those whose thread a person resolved
 * @param file the text of a file at that commit, if it was read
 */
record Sighting(
        long projectId,
        long iid,
        String headSha,
        Found found,
        Map<String, String> threads,
        Set<String> resolved,
        Function<String, Optional<String>> file,
        Instant at) {

    Sighting {
        threads = Map.copyOf(threads);
        resolved = Set.copyOf(resolved);
    }
}
