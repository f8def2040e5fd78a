package io.kanilint.dashboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An SQL query that grows by conditions, as a list is narrowed. Texts are our own code's; values are parameters. */
final class ListQuery {
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** Narrows it by a condition with a question mark for each value. */
    ListQuery and(String condition, Object... parameters) {
        conditions.add(condition);
        values.addAll(Arrays.asList(parameters));
        return this;
    }

    /** The query, with the conditions between a text that ends before them and one that follows. */
    JdbcClient.StatementSpec in(JdbcClient jdbc, String before, String after) {
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        return jdbc.sql(before + where + " " + after).params(values);
    }
}
