package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.demo.Seed;
import io.kanilint.standin.MergeRequest;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is kept of projects and merge requests. */
class RegisterTest {
    private static final String SETTINGS = "rules:\n  multi-build-job: warning\n";

    @ParameterizedTest
    @EnumSource
    void bothAreKeptAsTheyWereLastSeen(Database database) {
        var service = SharedService.on(database);
        MergeRequest mergeRequest = SharedService.adding(Seed.CI_FILE);
        service.review(mergeRequest, "open");
        Map<String, Object> first = project(service, mergeRequest);
        assertThat(first)
                .containsEntry("path", mergeRequest.project().path())
                .containsEntry("web_url", mergeRequest.project().webUrl())
                .containsEntry("settings", null);
        assertThat(mergeRequest(service, mergeRequest))
                .containsEntry("title", "Build the images")
                .containsEntry("web_url", mergeRequest.webUrl())
                .containsEntry("source_branch", "build-images")
                .containsEntry("target_branch", "main")
                .containsEntry("state", "opened");
        mergeRequest.project().commit("main", Map.of(".kanilint.yml", SETTINGS));
        mergeRequest.retitle("Build all images");
        service.review(mergeRequest, "reopen");
        assertThat(project(service, mergeRequest))
                .containsEntry("settings", SETTINGS)
                .containsEntry("first_seen_at", first.get("first_seen_at"))
                .doesNotContainEntry("last_reviewed_at", first.get("last_reviewed_at"));
        assertThat(mergeRequest(service, mergeRequest)).containsEntry("title", "Build all images");
    }

    @ParameterizedTest
    @EnumSource
    void soAreThoseWithNothingToLookAt(Database database) {
        var service = SharedService.on(database);
        MergeRequest mergeRequest = SharedService.change(SharedService.project())
                .changing("README.md", "# Shop\n")
                .open();
        service.review(mergeRequest, "open");
        assertThat(service.outcomes(mergeRequest)).containsExactly("skipped");
        assertThat(project(service, mergeRequest))
                .containsEntry("path", mergeRequest.project().path());
        assertThat(mergeRequest(service, mergeRequest)).containsEntry("state", "opened");
    }

    private static Map<String, Object> project(RunningService service, MergeRequest mergeRequest) {
        return service.database()
                .sql("SELECT * FROM project WHERE id = ?")
                .param(mergeRequest.project().id())
                .query()
                .singleRow();
    }

    private static Map<String, Object> mergeRequest(RunningService service, MergeRequest mergeRequest) {
        return service.database()
                .sql("SELECT * FROM merge_request WHERE project_id = ? AND iid = ?")
                .params(mergeRequest.project().id(), mergeRequest.iid())
                .query()
                .singleRow();
    }
}
