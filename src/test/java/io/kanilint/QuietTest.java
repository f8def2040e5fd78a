package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.demo.Seed;
import io.kanilint.standin.Call;
import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.Project;
import io.kanilint.standin.StandInGitLab;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What needs no review gets none, and costs next to nothing. */
class QuietTest {
    private final StandInGitLab gitlab = SharedService.gitlab();
    private final RunningService service = SharedService.service();

    @Test
    void aMergeRequestWithoutTheCiFileCostsTwoCallsAndLeavesNoTrace() {
        Project project = SharedService.project();
        MergeRequest mergeRequest =
                SharedService.change(project).changing("README.md", "# Shop\n").open();
        service.review(mergeRequest, "open");
        assertThat(calls(project))
                .extracting(Call::toString)
                .allMatch(call -> call.startsWith("GET "))
                .hasSize(2);
        assertThat(mergeRequest.notes()).isEmpty();
        assertThat(mergeRequest.statuses()).isEmpty();
        assertThat(service.outcomes(mergeRequest)).containsExactly("skipped");
        assertThat(service.reason(mergeRequest)).contains(".gitlab-ci.yml");
    }

    @Test
    void aChangedTitleOrLabelStartsNoReview() {
        MergeRequest mergeRequest = SharedService.adding(Seed.CI_FILE);
        mergeRequest.retitle("Another title");
        service.review(mergeRequest, "update");
        mergeRequest.label("docker");
        service.review(mergeRequest, "update");
        service.review(mergeRequest, "approved");
        service.review(mergeRequest, "merge");
        assertThat(calls(mergeRequest.project())).isEmpty();
        assertThat(service.outcomes(mergeRequest)).isEmpty();
        assertThat(service.database()
                        .sql("SELECT verdict FROM delivery WHERE project_id = ?")
                        .param(mergeRequest.project().id())
                        .query(String.class)
                        .list())
                .containsOnly("ignored");
    }

    @Test
    void anotherTargetBranchStartsOne() {
        MergeRequest mergeRequest = SharedService.adding(Seed.CI_FILE);
        mergeRequest.project().commit("release", Map.of("VERSION", "1\n"));
        mergeRequest.retarget("release");
        service.review(mergeRequest, "update");
        assertThat(mergeRequest.threads()).hasSize(1);
    }

    @Test
    void aClosedMergeRequestIsLeftAlone() {
        MergeRequest mergeRequest = SharedService.adding(Seed.CI_FILE);
        mergeRequest.close();
        service.review(mergeRequest, "open");
        assertThat(calls(mergeRequest.project())).hasSize(1);
        assertThat(service.outcomes(mergeRequest)).containsExactly("skipped");
    }

    @Test
    void theCiFileIsWhereTheProjectSaysItIs() {
        Project project = SharedService.project().ciConfigPath("ci/pipeline.yml");
        MergeRequest mergeRequest = SharedService.change(project)
                .changing("ci/pipeline.yml", Seed.CI_FILE)
                .changing(".gitlab-ci.yml", CiFiles.twoBuildsIn("elsewhere"))
                .open();
        service.review(mergeRequest, "open");
        assertThat(mergeRequest.threads()).singleElement().satisfies(thread -> {
            assertThat(thread.path()).contains("ci/pipeline.yml");
            assertThat(thread.line()).contains(11);
        });
        mergeRequest.applySuggestion(mergeRequest.threads().getFirst().first().id());
        service.review(mergeRequest, "update");
        assertThat(mergeRequest.threads().getFirst().resolved()).isTrue();
    }

    @Test
    void aCiFileInAnotherProjectIsNoneOfTheMergeRequest() {
        for (String elsewhere : List.of("ci.yml@shop/ci", "https://ci.example/ci.yml")) {
            Project project = SharedService.project().ciConfigPath(elsewhere);
            MergeRequest mergeRequest = SharedService.change(project)
                    .changing(".gitlab-ci.yml", Seed.CI_FILE)
                    .open();
            service.review(mergeRequest, "open");
            assertThat(calls(project)).isEmpty();
        }
    }

    @Test
    void aGoodCiFileGetsAStatusAndNoWord() {
        MergeRequest mergeRequest = SharedService.adding(CiFiles.ONE_BUILD);
        service.review(mergeRequest, "open");
        assertThat(mergeRequest.notes()).isEmpty();
        assertThat(mergeRequest.statuses())
                .singleElement()
                .satisfies(status -> assertThat(status.state()).isEqualTo("success"));
        assertThat(gitlab.unknownCalls()).isEmpty();
    }

    private List<Call> calls(Project project) {
        return gitlab.calls((_, url) -> url.contains("/projects/" + project.id() + "/"));
    }
}
