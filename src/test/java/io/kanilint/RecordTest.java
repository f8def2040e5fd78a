package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.demo.Seed;
import io.kanilint.standin.MergeRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is kept of a review, for whoever wants to see it later. */
class RecordTest {
    private static final String CI = ".gitlab-ci.yml";

    private final MergeRequest mergeRequest = SharedService.adding(Seed.CI_FILE);

    @ParameterizedTest
    @EnumSource
    void aFindingIsOneRowThroughItsLife(Database database) {
        var service = SharedService.on(database);
        service.review(mergeRequest, "open");
        Map<String, Object> first = finding(service);
        assertThat(first)
                .containsEntry("rule", "multi-build-job")
                .containsEntry("severity", "error")
                .containsEntry("job", "build")
                .containsEntry("file", CI)
                .containsEntry("line", 11)
                .containsEntry("relevant", true)
                .containsEntry("state", "open")
                .containsEntry("thread_id", mergeRequest.threads().getFirst().id());
        assertThat(first.get("message")).asString().startsWith("Job 'build' runs the Kaniko executor twice");

        mergeRequest.resolve(
                mergeRequest.threads().getFirst(), SharedService.gitlab().user("maintainer"));
        push(service, "\n" + Seed.CI_FILE);
        assertThat(finding(service))
                .containsEntry("state", "ignored")
                .containsEntry("line", 12)
                .containsEntry("first_seen_at", first.get("first_seen_at"));
        push(service, CiFiles.ONE_BUILD);
        assertThat(finding(service)).containsEntry("state", "fixed");
        push(service, Seed.CI_FILE);
        assertThat(finding(service)).containsEntry("state", "open").containsEntry("line", 11);
        assertThat(mergeRequest.threads().getFirst().resolved())
                .as("it was gone, and is back")
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void stepsAndGapsAreKeptInTheirOrder(Database database) {
        var service = SharedService.on(database);
        mergeRequest.push(Map.of(CI, "include:\n  - remote: https://ci.example/a.yml\n" + Seed.CI_FILE));
        service.review(mergeRequest, "open");
        assertThat(rows(service, "SELECT s.name, s.gitlab_calls FROM review_step s", "s.number"))
                .extracting(row -> row.get("name"))
                .containsExactly(
                        "merge request",
                        "changes",
                        "CI file",
                        "settings",
                        "head",
                        "base",
                        "threads",
                        "comments",
                        "status");
        assertThat(rows(service, "SELECT s.file, s.line, s.reason FROM review_gap s", "s.number"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row).containsEntry("file", CI).containsEntry("line", 2);
                    assertThat(row.get("reason")).asString().contains("never fetched");
                });
    }

    @ParameterizedTest
    @EnumSource
    void whatGitLabWasAskedIsKept(Database database) {
        var service = SharedService.on(database);
        service.review(mergeRequest, "open");
        String at = "/projects/" + mergeRequest.project().id();
        assertThat(rows(service, "SELECT s.method, s.path, s.status FROM review_call s", "s.number"))
                .extracting(row -> row.get("method") + " " + row.get("path") + " " + row.get("status"))
                .startsWith(
                        "GET " + at + "/merge_requests/1 200",
                        "GET " + at + "/merge_requests/1/diffs 200",
                        "GET " + at + "/repository/files/.gitlab-ci.yml/raw 200",
                        "GET " + at + "/repository/files/.kanilint.yml/raw 404")
                .contains("POST " + at + "/merge_requests/1/discussions 201")
                .hasSize(service.database()
                        .sql("SELECT gitlab_calls FROM review WHERE project_id = ?")
                        .param(mergeRequest.project().id())
                        .query(Integer.class)
                        .single());
    }

    @ParameterizedTest
    @EnumSource
    void whatDatabasesDoNotKeepIsReplaced(Database database) {
        var service = SharedService.on(database);
        push(service, CiFiles.twoBuildsIn("\"a\\0b \\uD800 " + "x".repeat(300) + "\""));
        assertThat(service.outcomes(mergeRequest)).containsExactly("reviewed");
    }

    private void push(RunningService service, String ciFile) {
        mergeRequest.push(Map.of(CI, ciFile));
        service.review(mergeRequest, "update");
    }

    private Map<String, Object> finding(RunningService service) {
        return service.database()
                .sql("SELECT * FROM finding WHERE project_id = ?")
                .param(mergeRequest.project().id())
                .query()
                .singleRow();
    }

    private List<Map<String, Object>> rows(RunningService service, String select, String order) {
        return service.database()
                .sql(select + " JOIN review r ON r.id = s.review_id WHERE r.project_id = ? ORDER BY " + order)
                .param(mergeRequest.project().id())
                .query()
                .listOfRows();
    }
}
