package io.kanilint.dashboard;

import io.kanilint.access.Visibility;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The figures of the first page. */
@Repository
class Overview {
    private final JdbcClient jdbc;

    /** How many findings of one kind there are. */
    record Amount(String name, long amount) {}

    Overview(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Open findings by severity, the worst first. */
    List<Amount> bySeverity(Visibility visibility) {
        return open("severity", visibility);
    }

    private List<Amount> open(String column, Visibility visibility) {
        return jdbc.sql("""
                        SELECT %s AS name, sum(amount) AS amount FROM finding_count
                        WHERE state = 'open' AND %s
                        GROUP BY %1$s ORDER BY amount DESC, name
                        """.formatted(column, visibility.condition("project_id")))
                .query((row, _) -> new Amount(row.getString("name"), row.getLong("amount")))
                .list();
    }
}
