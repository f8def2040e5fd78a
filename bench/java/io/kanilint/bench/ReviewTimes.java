package io.kanilint.bench;

import io.kanilint.Database;
import io.kanilint.RunningService;
import io.kanilint.demo.Seed;
import io.kanilint.standin.StandInGitLab;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How long a review takes beyond the answers of GitLab: from its start to its end, less the time from each request to the last
 * byte of its answer. Each merge request changes a CI file of some 200 lines, in which one job builds two images; one after the
 * other, on PostgreSQL. The first ones, while Java warms up, are told apart.
 */
public final class ReviewTimes {
    private static final int JOBS = 20;

    private ReviewTimes() {}

    /** Takes how many merge requests there are. */
    public static void main(String[] arguments) {
        int reviews = Integer.parseInt(arguments[0]);
        var settings = new HashMap<>(Database.POSTGRESQL.settings());
        settings.put("logging.level.io.kanilint", "warn");
        try (var gitlab = StandInGitLab.start();
                var service = RunningService.start(gitlab, settings)) {
            String base = IntStream.range(0, JOBS).mapToObj(ReviewTimes::job).collect(Collectors.joining("\n"));
            IO.println("The CI file has %d lines.".formatted((base + Seed.CI_FILE).lines().count()));
            for (int i = 0; i < reviews; i++) {
                var project = gitlab.project("shop/images-" + i);
                project.commit(project.defaultBranch(), Map.of(".gitlab-ci.yml", base));
                var mergeRequest = project.mergeRequest("Build the images")
                        .from("build-images")
                        .changing(".gitlab-ci.yml", base + Seed.CI_FILE)
                        .open();
                service.review(mergeRequest, "open");
            }
            IO.println("reviews                 median ms   p95 ms   max ms   calls to GitLab");
            print(service, "the first 20", "<= 20");
            print(service, "the others", "> 20");
        }
        System.exit(0);
    }

    private static String job(int number) {
        return """
                test_%1$d:
                  stage: test
                  image: eclipse-temurin:25-jdk
                  rules:
                    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
                  script:
                    - cd service-%1$d
                    - mvn --batch-mode verify
                """.formatted(number);
    }

    private static void print(RunningService service, String name, String which) {
        service.database()
                .sql("""
                        SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY own) AS median,
                            percentile_cont(0.95) WITHIN GROUP (ORDER BY own) AS p95, max(own) AS most, avg(calls) AS calls
                        FROM (SELECT EXTRACT(EPOCH FROM finished_at - started_at) * 1000 - (SELECT sum(millis)
                                    FROM review_call WHERE review_id = review.id) AS own, gitlab_calls AS calls
                            FROM review WHERE outcome = 'reviewed' AND id %s) timed
                        """.formatted(which))
                .query((row, _) -> String.format(
                        Locale.ROOT,
                        "%-22s %10.0f %8.0f %8.0f %8.1f",
                        name,
                        row.getDouble("median"),
                        row.getDouble("p95"),
                        row.getDouble("most"),
                        row.getDouble("calls")))
                .list()
                .forEach(IO::println);
    }
}
