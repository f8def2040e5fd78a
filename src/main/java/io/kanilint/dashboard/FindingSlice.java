package io.kanilint.dashboard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list of findings.
 *
 * @param before the parameter that leads to the page before it; null on the first page
 * @param after the parameter that leads to the page after it; null on the last page
 * @param count how many there are on all pages; more than {@link FindingQueries#MOST_COUNTED} are not counted to the end
 */
record FindingSlice(
        List<FindingRow> rows,
        @Nullable String before,
        @Nullable String after,
        long count) {
    FindingSlice {
        rows = List.copyOf(rows);
    }
}
