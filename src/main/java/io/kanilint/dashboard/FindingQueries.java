package io.kanilint.dashboard;

import io.kanilint.access.Visibility;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Lists of findings. The databases guess badly how far they must walk through an index by age until they have met enough
 * findings that match, so we count first: few matches are gathered and sorted, among many a walk soon meets enough.
 */
@Repository
class FindingQueries {
    /** Counting further takes long and tells little. */
    static final int MOST_COUNTED = 10_000;

    private static final int FEW_PROJECTS = 300;
    private static final int WORST = 0;
    private static final int MILDEST = 2;

    private final JdbcClient jdbc;

    FindingQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A page of at most so many findings. */
    FindingSlice page(FindingFilter filter, FindingPosition position, int size, Visibility visibility) {
        long count = count(filter, MOST_COUNTED + 1, visibility);
        boolean back = position instanceof FindingPosition.Beside(boolean before, _, _) && before;
        List<FindingRow> rows = rows(filter, position, size + 1, count <= MOST_COUNTED, visibility);
        boolean more = rows.size() > size;
        if (back && !more) {
            // The first page is a full one.
            return page(filter, FindingPosition.START, size, visibility);
        }
        List<FindingRow> shown = !more ? rows : back ? rows.subList(1, rows.size()) : rows.subList(0, size);
        boolean first = !back && position instanceof FindingPosition.Start;
        return new FindingSlice(
                shown,
                first || shown.isEmpty() ? null : FindingPosition.word(shown.getFirst()),
                (back || more) && !shown.isEmpty() ? FindingPosition.word(shown.getLast()) : null,
                count);
    }

    /** How many there are; not counted further than {@code most}. */
    long count(FindingFilter filter, long most, Visibility visibility) {
        FindingCondition.Sql where = condition(filter, visibility).sql(true);
        return jdbc.sql("SELECT count(*) FROM (SELECT 1 FROM finding f WHERE %s LIMIT %d) counted"
                        .formatted(where.text(), most))
                .params(where.parameters())
                .query(Long.class)
                .single();
    }

    /** Whether there are findings of any kind. */
    boolean any(Visibility visibility) {
        return jdbc.sql("SELECT 1 FROM finding f WHERE %s LIMIT 1".formatted(visibility.condition("f.project_id")))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /**
     * The next findings from a position, in the filter's order also when going backwards.
     *
     * @param few whether there are at most {@link #MOST_COUNTED} in the whole list
     */
    List<FindingRow> rows(
            FindingFilter filter, FindingPosition position, int most, boolean few, Visibility visibility) {
        FindingCondition.Sql where = condition(filter, visibility).sql(few);
        boolean back = position instanceof FindingPosition.Beside(boolean before, _, _) && before;
        List<FindingRow> rows = filter.sort() == FindingSort.SEVERITY
                ? bySeverity(where, position, back, few, most)
                : new ArrayList<>(
                        part(where, beside(position), (filter.sort() == FindingSort.OLDEST) != back, few, most));
        if (back) {
            Collections.reverse(rows);
        }
        return rows;
    }

    /**
     * One severity after the other, each by time: three small steps through an index, where one big one would have to sort
     * what it found.
     */
    private List<FindingRow> bySeverity(
            FindingCondition.Sql where, FindingPosition position, boolean back, boolean few, int most) {
        var rows = new ArrayList<FindingRow>();
        int[] ranks = IntStream.rangeClosed(WORST, MILDEST)
                .map(rank -> back ? MILDEST - rank : rank)
                .toArray();
        for (int rank : ranks) {
            FindingPosition from = FindingPosition.START;
            if (position instanceof FindingPosition.Beside(_, int reached, _)) {
                if (back ? rank > reached : rank < reached) {
                    continue;
                }
                from = rank == reached ? position : from;
            }
            if (rows.size() < most) {
                var ranked =
                        new FindingCondition.Sql(where.text() + " AND f.severity_rank = " + rank, where.parameters());
                rows.addAll(part(ranked, beside(from), back, few, most - rows.size()));
            }
        }
        return rows;
    }

    private static long beside(FindingPosition position) {
        return position instanceof FindingPosition.Beside(_, _, long id) ? id : -1;
    }

    /** @param id where to go on; negative for the beginning */
    private List<FindingRow> part(FindingCondition.Sql where, long id, boolean ascending, boolean few, int most) {
        // A sum is in no index.
        String order = (few ? "f.id + 0 " : "f.id ") + (ascending ? "ASC" : "DESC");
        String from = id < 0 ? "" : " AND f.id %s %d".formatted(ascending ? ">" : "<", id);
        return jdbc.sql("""
                        SELECT %s FROM (SELECT * FROM finding f WHERE %s%s ORDER BY %s LIMIT %d) f
                        %s ORDER BY %s
                        """.formatted(FindingRow.COLUMNS, where.text(), from, order, most, FindingRow.JOINS, order))
                .params(where.parameters())
                .query((row, _) -> FindingRow.read(row))
                .list();
    }

    private FindingCondition condition(FindingFilter filter, Visibility visibility) {
        List<Long> projects = filter.project() == null
                ? List.of()
                : jdbc.sql("SELECT id FROM project WHERE lower(path) = lower(?) AND " + visibility.condition("id"))
                        .param(filter.project())
                        .query((row, _) -> row.getLong(1))
                        .list();
        return new FindingCondition(filter, projects, visibility, filter.project() != null || narrow(visibility));
    }

    private boolean narrow(Visibility visibility) {
        return switch (visibility) {
            case Visibility.All _ -> false;
            case Visibility.Of(long userId) ->
                jdbc.sql("SELECT count(*) FROM (SELECT 1 FROM visible_project WHERE user_id = ? LIMIT %d) seen"
                                        .formatted(FEW_PROJECTS))
                                .param(userId)
                                .query(Long.class)
                                .single()
                        < FEW_PROJECTS;
        };
    }
}
