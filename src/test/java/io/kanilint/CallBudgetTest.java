package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.demo.Seed;
import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.StandInGitLab;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often GitLab is asked. */
class CallBudgetTest {
    private static final String CI = ".gitlab-ci.yml";
    private static StandInGitLab gitlab;
    private static RunningService service;

    @BeforeAll
    static void start() {
        gitlab = StandInGitLab.start();
    }

    @AfterAll
    static void stop() {
        gitlab.close();
    }

    /** A new one, since it asks only once who it is. */
    @BeforeEach
    void restart() {
        gitlab.forgetCalls();
    }

    private static MergeRequest open(String name, String before, String after) {
        var project = gitlab.project("shop/" + name);
        project.commit("main", before.isEmpty() ? Map.of("README.md", "#\n") : Map.of(CI, before));
        project.commit("main", Seed.DOCKERFILES);
        return project.mergeRequest("Build").from("b").changing(CI, after).open();
    }

    private static int review(MergeRequest mergeRequest, String action) {
        int before = gitlab.calls().size();
        service.review(mergeRequest, action);
        return gitlab.calls().size() - before;
    }

    @Test
    void mergedFindingsDoNotTakeMoreThanIsLeft() {
        service = RunningService.start(gitlab, Map.of("logging.level.io.kanilint", "error"));
        try (var running = service) {
            var merged = open("merged", CiFiles.ONE_BUILD, Seed.CI_FILE);
            review(merged, "open");
            merged.merge();
            running.review(merged, "merge");
            var project = merged.project();
            project.commit("main", Map.of(CI, CiFiles.ONE_BUILD));
            var next = project.mergeRequest("Build two")
                    .from("next")
                    .changing(CI, CiFiles.TWO_FINDINGS)
                    .open();
            int first = review(next, "open");
            assertThat(first).isLessThanOrEqualTo(9 + next.threads().size());
            next.push(Map.of("README.md", "# another push\n"));
            assertThat(review(next, "update")).isLessThanOrEqualTo(8);
            running.review(
                    project.mergeRequest("Say why")
                            .from("quiet")
                            .changing(CI, "# Why\n" + CiFiles.ONE_BUILD)
                            .open(),
                    "open");
            assertThat(running.database()
                            .sql("SELECT state FROM finding WHERE merge_request_iid = ? AND project_id = ?")
                            .params(merged.iid(), project.id())
                            .query(String.class)
                            .list())
                    .containsExactly("fixed");
        }
    }

    @Test
    void staysInItsBudget() {
        for (var before : Map.of("added", "", "changed", CiFiles.ONE_BUILD).entrySet()) {
            for (var after :
                    Map.of("one", Seed.CI_FILE, "two", CiFiles.TWO_FINDINGS).entrySet()) {
                service = RunningService.start(gitlab, Map.of("logging.level.io.kanilint", "error"));
                try (var running = service) {
                    var mergeRequest =
                            open(before.getKey() + "-" + after.getKey(), before.getValue(), after.getValue());
                    int first = review(mergeRequest, "open");
                    int threads = mergeRequest.threads().size();
                    assertThat(threads).isEqualTo(after.getKey().equals("one") ? 1 : 2);
                    assertThat(first).as("first review").isLessThanOrEqualTo(9 + threads);
                    mergeRequest.push(Map.of("README.md", "# another push\n"));
                    int second = review(mergeRequest, "update");
                    assertThat(second).as("a push that changes nothing").isLessThanOrEqualTo(8);
                    assertThat(running.database()
                                    .sql("SELECT gitlab_calls FROM review ORDER BY id")
                                    .query(Integer.class)
                                    .list())
                            .containsExactly(first, second);
                }
            }
        }
    }
}
