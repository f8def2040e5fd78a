package io.kanilint.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.Database;
import io.kanilint.RunningService;
import io.kanilint.SharedService;
import io.kanilint.access.Visibility;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** With many findings, PostgreSQL finds the first of a list through an index, whatever is asked for. */
class FindingPlansTest {
    private static final List<Map<String, String>> REQUESTS = List.of(
            Map.of(),
            Map.of("state", "all"),
            Map.of("sort", "oldest"),
            Map.of("severity", "warning"),
            Map.of("rule", "parallel-build"),
            Map.of("rule", "unknown-flag"),
            Map.of("project", "group-3/team-3/project-3"),
            Map.of("project", "group-3/team-3/project-3", "merge_request", "77"),
            Map.of("branch", "release-3000"),
            Map.of("from", "2020-01-01", "to", "2020-02-01"),
            Map.of("text", "images-42"),
            Map.of("text", "nobody-has-this"));

    @Test
    void noListReadsTheWholeTable() {
        var settings = new HashMap<>(Database.POSTGRESQL.settings());
        settings.put("logging.level.io.kanilint", "error");
        try (var service = RunningService.start(SharedService.gitlab(), settings)) {
            FindingVolume.fill(service, Database.POSTGRESQL, 100_000);
            var asked = new ArrayList<Asked>();
            var queries = new FindingQueries(sql -> {
                var query = new Asked(sql, new ArrayList<>());
                asked.add(query);
                return query.recording(service.database().sql(sql));
            });
            for (var request : REQUESTS) {
                for (var visibility : List.of(new Visibility.All(), new Visibility.Of(1))) {
                    asked.clear();
                    FindingSlice first = queries.page(FindingFilter.of(request), FindingPosition.START, 50, visibility);
                    String next = first.after();
                    if (next != null) {
                        queries.page(
                                FindingFilter.of(request), FindingPosition.of(Map.of("after", next)), 50, visibility);
                    }
                    var lists = asked.stream()
                            .filter(query -> query.sql().contains("ORDER BY"))
                            .toList();
                    assertThat(lists).hasSizeGreaterThanOrEqualTo(next == null ? 1 : 2);
                    for (var list : lists) {
                        assertThat(list.plan(service.database()))
                                .as("%s for %s: %s", request, visibility, list.sql())
                                .isNotEmpty()
                                .noneMatch(line -> line.contains("Seq Scan on finding "));
                    }
                }
            }
        }
    }

    /** A query that was run, with its parameters. */
    private record Asked(String sql, List<Object> parameters) {
        private JdbcClient.StatementSpec recording(JdbcClient.StatementSpec statement) {
            var kind = JdbcClient.StatementSpec.class;
            return kind.cast(Proxy.newProxyInstance(
                    kind.getClassLoader(), new Class<?>[] {kind}, (self, method, given) -> {
                        switch (method.getName()) {
                            case "params" -> parameters.addAll((List<?>) given[0]);
                            case "param" -> parameters.add(given[0]);
                            default -> {}
                        }
                        Object answer = method.invoke(statement, given);
                        return answer == statement ? self : answer;
                    }));
        }

        List<String> plan(JdbcClient jdbc) {
            return jdbc.sql("EXPLAIN " + sql)
                    .params(parameters)
                    .query(String.class)
                    .list();
        }
    }
}
