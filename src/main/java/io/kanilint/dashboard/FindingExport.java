package io.kanilint.dashboard;

import io.kanilint.access.Visibility;
import java.util.List;
import java.util.function.Consumer;

/**
 * All findings of a filter, up to a limit, fetched in portions: neither are all of them in memory, nor is a connection to the
 * database held while somebody reads slowly.
 *
 * @param limit so many at most
 * @param cut whether there are more than that
 * @param few see {@link FindingQueries#rows}
 */
record FindingExport(
        FindingQueries findings, FindingFilter filter, Visibility visibility, int limit, boolean cut, boolean few) {
    private static final int PORTION = 1000;

    static FindingExport of(FindingQueries findings, FindingFilter filter, Visibility visibility, int limit) {
        long count = findings.count(filter, limit + 1L, visibility);
        return new FindingExport(
                findings, filter, visibility, limit, count > limit, count <= FindingQueries.MOST_COUNTED);
    }

    void each(Consumer<FindingRow> reader) {
        FindingPosition position = FindingPosition.START;
        int left = limit;
        while (left > 0) {
            int portion = Math.min(left, PORTION);
            List<FindingRow> rows = findings.rows(filter, position, portion, few, visibility);
            rows.forEach(reader);
            if (rows.size() < portion) {
                return;
            }
            left -= portion;
            position = new FindingPosition.Beside(
                    false, rows.getLast().rank(), rows.getLast().id());
        }
    }
}
