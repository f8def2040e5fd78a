package io.kanilint.dashboard;

import io.kanilint.access.Visibility;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What came and went, week by week. */
@Repository
class Trend {
    private final JdbcClient jdbc;

    /**
     * A week, in UTC.
     *
     * @param monday its first day
     * @param opened how many findings merge requests brought in or touched for the first time
     * @param fixed how many of such went
     */
    record Week(LocalDate monday, long opened, long fixed) {}

    Trend(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last weeks, the present one included, oldest first; those without findings too. */
    List<Week> weeks(Visibility visibility, LocalDate today, int weeks) {
        LocalDate present = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate first = present.minusWeeks(weeks - 1L);
        Map<LocalDate, Long> opened = count("first_seen_at", visibility, first);
        Map<LocalDate, Long> fixed = count("fixed_at", visibility, first);
        return first.datesUntil(present.plusDays(1), java.time.Period.ofWeeks(1))
                .map(monday -> new Week(monday, opened.getOrDefault(monday, 0L), fixed.getOrDefault(monday, 0L)))
                .toList();
    }

    private Map<LocalDate, Long> count(String column, Visibility visibility, LocalDate first) {
        var counts = new HashMap<LocalDate, Long>();
        jdbc.sql("""
                        SELECT CAST(%1$s AT TIME ZONE 'UTC' AS DATE) AS seen_on, count(*) AS amount FROM finding
                        WHERE %1$s >= ? AND relevant AND %2$s
                        GROUP BY CAST(%1$s AT TIME ZONE 'UTC' AS DATE)
                        """.formatted(column, visibility.condition("project_id")))
                .param(first.atStartOfDay().atOffset(ZoneOffset.UTC))
                .query(row -> {
                    LocalDate day = row.getObject("seen_on", LocalDate.class);
                    counts.merge(
                            day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                            row.getLong("amount"),
                            Long::sum);
                });
        return counts;
    }
}
