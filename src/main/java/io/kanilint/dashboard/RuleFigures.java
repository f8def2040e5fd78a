package io.kanilint.dashboard;

import io.kanilint.access.Visibility;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many findings the rules have. */
@Repository
class RuleFigures {
    private final JdbcClient jdbc;

    RuleFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Open ones by rule. */
    Map<String, Long> open(Visibility visibility) {
        var counts = new HashMap<String, Long>();
        jdbc.sql("SELECT rule, sum(amount) AS amount FROM finding_count WHERE state = 'open' AND %s GROUP BY rule"
                        .formatted(visibility.condition("project_id")))
                .query(row -> {
                    counts.put(row.getString("rule"), row.getLong("amount"));
                });
        return counts;
    }
}
