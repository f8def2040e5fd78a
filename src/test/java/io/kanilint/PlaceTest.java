package io.kanilint;

import static io.kanilint.standin.Calls.calls;
import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.demo.Seed;
import io.kanilint.standin.Discussion;
import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.Position;
import io.kanilint.standin.StandInGitLab;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where the thread goes when the finding's line is not a new line of the diff. */
class PlaceTest {
    private final StandInGitLab gitlab = SharedService.gitlab();
    private final RunningService service = SharedService.service();

    @AfterEach
    void everyCallWasOneThatGitLabKnows() {
        assertThat(gitlab.unknownCalls()).isEmpty();
    }

    @Test
    void anUnchangedLineBesideAChangedOneIsNamedByBothItsNumbers() {
        MergeRequest mergeRequest =
                SharedService.changing(Seed.CI_FILE, Seed.CI_FILE.replace("/webui/Dockerfile", "/frontend/Dockerfile"));
        mergeRequest.push(Map.of(
                ".gitlab-ci.yml", "# frontend\n" + Seed.CI_FILE.replace("/webui/Dockerfile", "/frontend/Dockerfile")));
        service.review(mergeRequest, "open");
        Position position = only(mergeRequest).first().position().orElseThrow();
        assertThat(position.oldLine()).isEqualTo(11);
        assertThat(position.newLine()).isEqualTo(12);
    }

    @Test
    void aLineOutsideOfTheHunksIsNamedByBothItsNumbersToo() {
        MergeRequest mergeRequest = farAway();
        service.review(mergeRequest, "open");
        Position position = only(mergeRequest).first().position().orElseThrow();
        assertThat(position.oldLine()).isEqualTo(11);
        assertThat(position.newLine()).isEqualTo(11);
        mergeRequest.applySuggestion(only(mergeRequest).first().id());
        service.review(mergeRequest, "update");
        assertThat(only(mergeRequest).resolved()).isTrue();
    }

    @Test
    void whatTheMergeRequestNeitherBringsInNorTouchesIsNoMatterOfIt() {
        MergeRequest mergeRequest = SharedService.changing(Seed.CI_FILE + far("one"), Seed.CI_FILE + far("two"));
        service.review(mergeRequest, "open");
        assertThat(mergeRequest.notes()).isEmpty();
        assertThat(mergeRequest.statuses().getLast().state()).isEqualTo("success");
        assertThat(service.database()
                        .sql("SELECT relevant FROM finding WHERE project_id = ?")
                        .param(mergeRequest.project().id())
                        .query(Boolean.class)
                        .list())
                .containsExactly(false);
    }

    @Test
    void whereGitLabRefusesThatLineTheThreadSitsOnTheFileAndStaysAsItIs() {
        try (var old = StandInGitLab.start();
                var reviewer = RunningService.start(old, Map.of("logging.level.io.kanilint", "error"))) {
            old.refuseLinesOutsideOfHunks();
            var project = old.project("shop/old");
            project.commit("main", Map.of(".gitlab-ci.yml", runs("echo")));
            MergeRequest mergeRequest = project.mergeRequest("Change something else")
                    .changing(".gitlab-ci.yml", runs("/kaniko/executor"))
                    .open();
            reviewer.review(mergeRequest, "open");
            Discussion thread = only(mergeRequest);
            assertThat(thread.first().position().orElseThrow().type()).isEqualTo("file");
            assertThat(thread.first().body())
                    .doesNotContain("suggestion:")
                    .contains(
                            "<details><summary>The change</summary>",
                            "```diff\n--- a/.gitlab-ci.yml\n",
                            "+build_webui:");
            reviewer.review(mergeRequest, "reopen");
            assertThat(only(mergeRequest)).isEqualTo(thread);
            assertThat(old.calls(calls("PUT", "/notes"))).isEmpty();
            assertThat(old.unknownCalls()).isEmpty();
        }
    }

    @Test
    void aHeadThatMovesDuringTheReviewIsLookedAtInstead() throws Exception {
        MergeRequest mergeRequest = SharedService.adding(Seed.CI_FILE);
        String project = "/projects/" + mergeRequest.project().id() + "/";
        var gate = gitlab.pauseAt("GET", project + "repository/files");
        service.hook(mergeRequest, "open");
        gate.awaitCall(Duration.ofSeconds(10));
        mergeRequest.push(Map.of(".gitlab-ci.yml", "stages: [ build ]\n" + Seed.CI_FILE));
        gitlab.resume();
        service.settle(mergeRequest);
        service.review(mergeRequest, "update");
        Discussion thread = only(mergeRequest);
        assertThat(thread.line()).contains(12);
        mergeRequest.applySuggestion(thread.first().id());
        service.review(mergeRequest, "update");
        assertThat(only(mergeRequest).resolved()).isTrue();
    }

    private static MergeRequest farAway() {
        return SharedService.changing(runs("echo"), runs("/kaniko/executor"));
    }

    /** Two runs of a command that is named so far down that the diff of its change does not show them. */
    private static String runs(String command) {
        return Seed.CI_FILE.replace("/kaniko/executor", "$EXECUTOR") + "\n".repeat(20) + "variables:\n  EXECUTOR: "
                + command + "\n";
    }

    /** A job so far down that the diff of a change in it does not show the job before. */
    private static String far(String word) {
        return "\n".repeat(20) + "test:\n  script:\n    - echo " + word + "\n";
    }

    private static Discussion only(MergeRequest mergeRequest) {
        assertThat(mergeRequest.threads()).hasSize(1);
        return mergeRequest.threads().getFirst();
    }
}
