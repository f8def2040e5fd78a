package io.kanilint;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that a database holds, as text: to compare, and to search. */
final class Tables {
    private Tables() {}

    /** The rows of each table, in an order of their own; bytes are the characters of the same numbers. */
    static Map<String, String> of(JdbcClient database) {
        var tables = new TreeMap<String, String>();
        database.sql("SELECT table_name FROM information_schema.tables WHERE lower(table_schema) = 'public'")
                .query(String.class)
                .list()
                .forEach(name -> tables.put(
                        name.toLowerCase(Locale.ROOT),
                        database.sql("SELECT * FROM " + name).query().listOfRows().stream()
                                .map(Tables::text)
                                .sorted()
                                .toList()
                                .toString()));
        return tables;
    }

    private static String text(Map<String, ?> row) {
        var text = new TreeMap<String, String>();
        row.forEach((name, value) -> text.put(name, text(value)));
        return text.toString();
    }

    private static String text(Object value) {
        return switch (value) {
            case byte[] bytes -> new String(bytes, StandardCharsets.ISO_8859_1);
            case Object[] several -> Arrays.deepToString(several);
            case null, default -> "" + value;
        };
    }
}
