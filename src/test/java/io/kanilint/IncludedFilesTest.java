package io.kanilint;

import static io.kanilint.standin.Calls.calls;
import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.demo.Seed;
import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.Position;
import io.kanilint.standin.Project;
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

    @Test
    void theFileOfAChildPipelineCountsWithoutTheMainFile() {
        MergeRequest mergeRequest = SharedService.change(withChild(CiFiles.ONE_BUILD))
                .changing("ci/images.yml", Seed.CI_FILE)
                .open();
        service.review(mergeRequest, "open");
        assertThat(mergeRequest.threads()).singleElement().satisfies(thread -> {
            assertThat(thread.path()).contains("ci/images.yml");
            assertThat(thread.line()).contains(11);
        });
    }

    @Test
    void soDoesAFileThatTheChildPipelineIncludes() {
        Project project = withChild("include: ci/parts/build.yml\n");
        project.commit("main", Map.of("ci/parts/build.yml", CiFiles.ONE_BUILD));
        MergeRequest mergeRequest = SharedService.change(project)
                .changing("ci/parts/build.yml", Seed.CI_FILE)
                .open();
        service.review(mergeRequest, "open");
        assertThat(mergeRequest.threads())
                .singleElement()
                .satisfies(thread -> assertThat(thread.path()).contains("ci/parts/build.yml"));
    }

    @Test
    void soDoesAScriptThatItRuns() {
        Project project = withChild("""
                build:
                  image: executor
                  script:
                    - sh ci/build.sh
                    - /kaniko/executor --destination registry.example/b
                """);
        MergeRequest mergeRequest = SharedService.change(project)
                .changing("ci/build.sh", "/kaniko/executor --destination registry.example/a\n")
                .open();
        service.review(mergeRequest, "open");
        assertThat(mergeRequest.threads())
                .singleElement()
                .satisfies(thread -> assertThat(thread.path()).contains("ci/build.sh"));
    }

    @Test
    void whatNoPipelineUsesIsStillLeftAlone() {
        MergeRequest mergeRequest = SharedService.change(withChild(CiFiles.ONE_BUILD))
                .changing("chart/values.yaml", "a: b\n")
                .open();
        service.review(mergeRequest, "open");
        assertThat(service.outcomes(mergeRequest)).containsExactly("skipped");
        assertThat(service.reason(mergeRequest)).contains("nor what that uses");
    }

    private static Project withChild(String file) {
        Project project = SharedService.project();
        project.commit(
                "main",
                Map.of(
                        ".gitlab-ci.yml",
                        "images:\n  trigger:\n    include:\n      - local: /ci/images.yml\n",
                        "ci/images.yml",
                        file));
        return project;
    }
}
