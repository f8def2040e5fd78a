package io.kanilint;

import static io.kanilint.standin.Calls.calls;
import static io.kanilint.standin.Times.times;
import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.demo.Seed;
import io.kanilint.standin.Calls;
import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.Position;
import io.kanilint.standin.Project;
import io.kanilint.standin.StandInGitLab;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which merge requests are looked at, and what of them. */
class ReviewScopeTest {
    private static final String CI = ".gitlab-ci.yml";
    private static final String INCLUDE = "include: ci/images.yml\n";
    private static final String SCRIPT = """
            #!/bin/sh
            /kaniko/executor --destination registry.example/a
            """;
    private static final String RUNS_THE_SCRIPT = """
            build:
              image: executor
              script:
                - sh ci/build.sh
                - /kaniko/executor --destination registry.example/b
            """;

    private final StandInGitLab gitlab = SharedService.gitlab();
    private final RunningService service = SharedService.service();
    private final Project project = SharedService.project();

    @AfterEach
    void everyCallWasOneThatGitLabKnows() {
        assertThat(gitlab.unknownCalls()).isEmpty();
    }

    @Test
    void anIncludedFileCountsWithoutTheMainFile() {
        project.commit("main", Map.of(CI, INCLUDE, "ci/images.yml", CiFiles.ONE_BUILD));
        MergeRequest mergeRequest = reviewed("ci/images.yml", Seed.CI_FILE);
        assertThat(mergeRequest.threads()).singleElement().satisfies(thread -> {
            assertThat(thread.path()).contains("ci/images.yml");
            assertThat(thread.line()).contains(11);
        });
    }

    @Test
    void aFileThatIsNotIncludedCostsOneMoreCallAndNothingElse() {
        project.commit("main", Map.of(CI, INCLUDE, "ci/images.yml", Seed.CI_FILE));
        MergeRequest mergeRequest = reviewed("chart/values.yaml", "a: b\n");
        assertThat(service.outcomes(mergeRequest)).containsExactly("skipped");
        assertThat(gitlab.calls(ofTheProject())).hasSize(3);
        assertThat(mergeRequest.discussions()).isEmpty();
        assertThat(mergeRequest.statuses()).isEmpty();
    }

    @Test
    void whereLintIsRefusedTheFilesAreReadOneByOne() {
        project.commit("main", Map.of(CI, INCLUDE, "ci/images.yml", CiFiles.ONE_BUILD));
        gitlab.fail(times(1), calls("GET", "/projects/" + project.id() + "/ci/lint"))
                .with(403);
        MergeRequest included = reviewed("ci/images.yml", Seed.CI_FILE);
        assertThat(included.threads()).hasSize(1);
        gitlab.fail(times(1), calls("GET", "/projects/" + project.id() + "/ci/lint"))
                .with(403);
        MergeRequest other = project.mergeRequest("Another")
                .from("another")
                .changing("chart/values.yaml", "a: b\n")
                .open();
        service.review(other, "open");
        assertThat(service.outcomes(other)).containsExactly("skipped");
    }

    @Test
    void aScriptThatAJobRunsCountsWithoutTheMainFile() {
        project.commit("main", Map.of(CI, RUNS_THE_SCRIPT, "ci/build.sh", "#!/bin/sh\nmake\n"));
        MergeRequest mergeRequest = reviewed("ci/build.sh", SCRIPT);
        assertThat(mergeRequest.threads()).singleElement().satisfies(thread -> {
            assertThat(thread.path()).contains("ci/build.sh");
            assertThat(thread.line()).contains(2);
            assertThat(thread.first().body())
                    .contains("Found in `" + CI + "`, line 5.")
                    .doesNotContain("```suggestion");
        });
        service.review(mergeRequest, "reopen");
        assertThat(gitlab.calls(calls("PUT", "/projects/" + project.id() + "/")))
                .isEmpty();
    }

    @Test
    void aScriptThatNoJobRunsDoesNot() {
        project.commit("main", Map.of(CI, Seed.CI_FILE, "ci/build.sh", "#!/bin/sh\nmake\n"));
        MergeRequest mergeRequest = reviewed("ci/build.sh", SCRIPT);
        assertThat(service.outcomes(mergeRequest)).containsExactly("skipped");
        assertThat(gitlab.calls(ofTheProject())).hasSize(3);
    }

    @Test
    void aScriptIsToldByItsNameWhichMayHaveNoExtension() {
        for (String name : List.of("ci/build", "ci/Build.SH")) {
            Project other = SharedService.project();
            other.commit("main", Map.of(CI, RUNS_THE_SCRIPT.replace("ci/build.sh", name), name, "make\n"));
            MergeRequest mergeRequest =
                    SharedService.change(other).changing(name, SCRIPT).open();
            service.review(mergeRequest, "open");
            assertThat(mergeRequest.threads()).as(name).hasSize(1);
        }
    }

    @Test
    void aFileWithACapitalAndNoExtensionCostsNoCall() {
        project.commit("main", Map.of(CI, Seed.CI_FILE, "webui/Dockerfile", "FROM alpine\n"));
        MergeRequest mergeRequest = reviewed("webui/Dockerfile", "FROM alpine:3\n");
        assertThat(service.outcomes(mergeRequest)).containsExactly("skipped");
        assertThat(gitlab.calls(ofTheProject())).hasSize(2);
    }

    @Test
    void anIncludedFileThatIsOnlyRenamedBringsNothingIn() {
        project.commit("main", Map.of(CI, "include: ci/*.yml\n", "ci/images.yml", Seed.CI_FILE));
        MergeRequest mergeRequest = project.mergeRequest("Rename")
                .from("rename")
                .renaming("ci/images.yml", "ci/pictures.yml")
                .open();
        service.review(mergeRequest, "open");
        assertThat(service.outcomes(mergeRequest)).containsExactly("reviewed");
        assertThat(mergeRequest.threads()).isEmpty();
        assertThat(mergeRequest.statuses().getLast().state()).isEqualTo("success");
    }

    @Test
    void aRenamedFileThatIsMadeWorseIsCommentedOnUnderBothItsNames() {
        project.commit("main", Map.of(CI, "include: ci/*.yml\n", "ci/images.yml", CiFiles.ONE_BUILD + padding()));
        MergeRequest mergeRequest = project.mergeRequest("Rename")
                .from("rename")
                .deleting("ci/images.yml")
                .changing("ci/pictures.yml", Seed.CI_FILE + padding())
                .open();
        service.review(mergeRequest, "open");
        Position position = mergeRequest.threads().getFirst().first().position().orElseThrow();
        assertThat(position.oldPath()).isEqualTo("ci/images.yml");
        assertThat(position.newPath()).isEqualTo("ci/pictures.yml");
        assertThat(position.newLine()).isEqualTo(11);
    }

    @Test
    void aFileWhoseDiffGitLabDoesNotShowIsComparedHere() {
        String large = "# a line of a large file\n".repeat(1500);
        project.commit("main", Map.of(CI, "old:\n  script: make\n"));
        MergeRequest mergeRequest = reviewed(CI, Seed.CI_FILE + large);
        assertThat(mergeRequest.threads())
                .singleElement()
                .satisfies(thread -> assertThat(thread.line()).contains(11));
        mergeRequest.push(Map.of(CI, CiFiles.ONE_BUILD + large));
        service.review(mergeRequest, "update");
        assertThat(mergeRequest.threads().getFirst().resolved()).isTrue();
    }

    @Test
    void inAFileWhoseDiffGitLabDoesNotShowOldFindingsStayOld() {
        project.commit("main", Map.of(CI, Seed.CI_FILE));
        MergeRequest mergeRequest = reviewed(CI, Seed.CI_FILE + "# a line of a large file\n".repeat(1500));
        assertThat(mergeRequest.threads()).isEmpty();
        assertThat(service.outcomes(mergeRequest)).containsExactly("reviewed");
    }

    @Test
    void aForkIsReadThroughTheTargetProject() {
        project.commit("main", Map.of(CI, CiFiles.ONE_BUILD));
        Project fork = project.fork("someone/" + project.path().replace('/', '-'));
        MergeRequest mergeRequest = fork.mergeRequest("From a fork")
                .from("images")
                .changing(CI, Seed.CI_FILE)
                .toParent()
                .open();
        service.review(mergeRequest, "open");
        assertThat(mergeRequest.threads()).hasSize(1);
        assertThat(service.outcomes(mergeRequest)).containsExactly("reviewed");
        assertThat(gitlab.calls(calls("GET", "/projects/" + fork.id() + "/"))).isEmpty();
    }

    @Test
    void aBranchWithoutACiFileIsNoMatter() {
        MergeRequest mergeRequest = reviewed("ci/images.yml", Seed.CI_FILE);
        assertThat(service.outcomes(mergeRequest)).containsExactly("skipped");
        assertThat(service.reason(mergeRequest)).contains("There is no CI file");
    }

    @Test
    void aDeletedSourceBranchChangesNothing() {
        MergeRequest mergeRequest = project.mergeRequest("Build")
                .from("gone")
                .changing(CI, Seed.CI_FILE)
                .open();
        mergeRequest.deleteSourceBranch();
        service.review(mergeRequest, "open");
        assertThat(mergeRequest.threads()).hasSize(1);
        assertThat(service.outcomes(mergeRequest)).containsExactly("reviewed");
    }

    @Test
    void aFindingWhoseRelatedLineIsTouchedIsCommentedOn() {
        project.commit("main", Map.of(CI, Seed.CI_FILE));
        MergeRequest mergeRequest = reviewed(CI, Seed.CI_FILE.replace("/webui/Dockerfile", "/web/Dockerfile"));
        assertThat(mergeRequest.threads()).hasSize(1);
        mergeRequest.push(Map.of(CI, Seed.CI_FILE.replace("stage: build", "stage: images")));
        service.review(mergeRequest, "update");
        assertThat(mergeRequest.threads().getFirst().resolved()).isTrue();
        assertThat(mergeRequest.notes().getLast().body()).startsWith("This merge request no longer changes it");
        assertThat(mergeRequest.statuses().getLast().state()).isEqualTo("success");
    }

    @Test
    void anIncludedFileThatIsDeletedCounts() {
        project.commit(
                "main",
                Map.of(CI, "include: ci/*.yml\n", "ci/a.yml", Seed.CI_FILE, "ci/b.yml", "t:\n  script: make\n"));
        MergeRequest mergeRequest = project.mergeRequest("Delete")
                .from("delete")
                .deleting("ci/a.yml")
                .open();
        service.review(mergeRequest, "open");
        assertThat(service.outcomes(mergeRequest)).containsExactly("reviewed");
        assertThat(mergeRequest.statuses().getLast().state()).isEqualTo("success");
    }

    @Test
    void aChangeThatIsTakenBackEndsWhatItBegan() {
        project.commit("main", Map.of(CI, CiFiles.ONE_BUILD));
        MergeRequest mergeRequest = reviewed(CI, Seed.CI_FILE);
        mergeRequest.push(Map.of(CI, CiFiles.ONE_BUILD, "README.md", "# Another\n"));
        service.review(mergeRequest, "update");
        assertThat(mergeRequest.threads())
                .singleElement()
                .satisfies(thread -> assertThat(thread.resolved()).isTrue());
        assertThat(mergeRequest.statuses().getLast().state()).isEqualTo("success");
        int calls = gitlab.calls(ofTheProject()).size();
        service.review(mergeRequest, "update");
        assertThat(gitlab.calls(ofTheProject())).hasSize(calls + 2);
        assertThat(service.outcomes(mergeRequest)).containsExactly("reviewed", "reviewed", "skipped");
    }

    @Test
    void settingsAreThoseOfTheTargetBranch() {
        project.commit("main", Map.of(".kanilint.yml", "comments: {max: 1}\n"));
        MergeRequest mergeRequest = SharedService.change(project)
                .changing(CI, CiFiles.TWO_FINDINGS)
                .changing(".kanilint.yml", "rules: {multi-build-job: off}\n")
                .open();
        service.review(mergeRequest, "open");
        assertThat(mergeRequest.threads()).hasSize(1);
        assertThat(mergeRequest.notes().getLast().body()).startsWith("**There is more.** 1 finding");
        project.commit("main", Map.of(".kanilint.yml", "commments: 1\n"));
        service.review(mergeRequest, "reopen");
        assertThat(mergeRequest.threads()).as("unusable ones").hasSize(2);
    }

    private static String padding() {
        return "# the same on both sides\n".repeat(40);
    }

    private MergeRequest reviewed(String file, String text) {
        MergeRequest mergeRequest =
                SharedService.change(project).changing(file, text).open();
        service.review(mergeRequest, "open");
        return mergeRequest;
    }

    private Calls ofTheProject() {
        return (_, url) -> url.contains("/projects/" + project.id() + "/");
    }
}
