package io.kanilint.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds files by patterns, as long as that is not too much work: a small file may hold many patterns. */
final class FileSearch {
    /** How many characters of paths are compared with how many of patterns: about half a second's work. */
    private static final long MOST_COMPARISONS = 100_000_000;

    private final ProjectFiles files;
    private long comparisons;

    FileSearch(ProjectFiles files) {
        this.files = files;
    }

    /**
     * The files that match, in the order of their paths; empty if the project's files cannot be listed, or not be compared
     * any more.
     *
     * @param folder where to look, and {@code deep} whether below it too, as for {@link ProjectFiles#paths}
     * @param length how long the pattern is
     */
    Optional<List<String>> matching(String folder, boolean deep, int length, Predicate<String> pattern) {
        if (!files.isWhole() || comparisons > MOST_COMPARISONS) {
            return Optional.empty();
        }
        Optional<List<String>> paths = files.paths(folder, deep);
        comparisons += length
                * paths.stream().flatMap(List::stream).mapToLong(String::length).sum();
        return paths.filter(_ -> comparisons <= MOST_COMPARISONS)
                .map(all -> all.stream().filter(pattern).toList());
    }
}
