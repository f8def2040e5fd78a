package io.kanilint.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.Database;
import io.kanilint.RunningService;
import io.kanilint.SharedService;
import io.kanilint.access.Visibility;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
            for (var request : REQUESTS) {
                for (var visibility : List.of(new Visibility.All(), new Visibility.Of(1))) {
                    var where =
                            new FindingCondition(FindingFilter.of(request), List.of(4L), visibility, false).sql(true);
                    assertThat(plan(service.database(), where).toList())
                            .as("%s for %s", request, visibility)
                            .noneMatch(line -> line.contains("Seq Scan on finding "));
                }
            }
        }
    }

    private static Stream<String> plan(JdbcClient jdbc, FindingCondition.Sql where) {
        return jdbc
                .sql("EXPLAIN SELECT * FROM finding f WHERE %s ORDER BY f.id DESC LIMIT 51".formatted(where.text()))
                .params(where.parameters())
                .query(String.class)
                .list()
                .stream();
    }
}
