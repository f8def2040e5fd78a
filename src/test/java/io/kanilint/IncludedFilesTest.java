package io.kanilint;

import static io.kanilint.standin.Calls.calls;
import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.demo.Seed;
import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.Position;
import io.kanilint.standin.StandInGitLab;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A CI file in parts: what it includes is read at the same commit. */
class IncludedFilesTest {
    private final StandInGitLab gitlab = SharedService.gitlab();
    private final RunningService service = SharedService.service();

    @AfterEach
    void everyCallWasOneThatGitLabKnows() {
        assertThat(gitlab.unknownCalls()).isEmpty();
    }

    @Test
    void findsADefectInAFileThatAPatternIncludes() {
        MergeRequest mergeRequest = SharedService.change(SharedService.project())
                .changing(".gitlab-ci.yml", "include: ci/*.yml\n")
                .changing("ci/images.yml", Seed.CI_FILE)
                .changing("ci/lint.yml", "lint:\n  script: make lint\n")
                .changing("ci/old/images.yml", Seed.CI_FILE.replace("build:", "old:"))
                .open();
        service.review(mergeRequest, "open");
        assertThat(mergeRequest.threads()).singleElement().satisfies(thread -> {
            Position position = thread.first().position().orElseThrow();
            assertThat(position.newPath()).isEqualTo("ci/images.yml");
            assertThat(position.newLine()).isEqualTo(11);
            assertThat(thread.first().body()).contains("multi-build-job");
        });
        assertThat(mergeRequest.statuses().getLast().state()).isEqualTo("failed");

        mergeRequest.push(Map.of("ci/images.yml", CiFiles.ONE_BUILD, ".gitlab-ci.yml", "include: 'ci/*.yml'\n"));
        service.review(mergeRequest, "update");
        assertThat(mergeRequest.threads().getFirst().resolved()).isTrue();
        assertThat(mergeRequest.statuses().getLast().state()).isEqualTo("success");
    }

    @Test
    void listsFilesOnlyWhereAPatternAsks() {
        MergeRequest mergeRequest = SharedService.change(SharedService.project())
                .changing(".gitlab-ci.yml", "include: ci/images.yml\n")
                .changing("ci/images.yml", CiFiles.ONE_BUILD)
                .open();
        service.review(mergeRequest, "open");
        String tree = "/projects/" + mergeRequest.project().id() + "/repository/tree";
        assertThat(gitlab.calls(calls("GET", tree))).isEmpty();
        assertThat(mergeRequest.statuses().getLast().state()).isEqualTo("success");
    }
}
