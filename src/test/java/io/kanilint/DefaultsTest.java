package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.demo.Seed;
import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.Project;
import io.kanilint.standin.StandInGitLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An organisation's settings hold for every project, as far as its own do not say otherwise. */
class DefaultsTest {
    private final StandInGitLab gitlab = SharedService.gitlab();
    private final Project project = SharedService.project();

    @TempDir
    private Path folder;

    private RunningService service;

    @BeforeEach
    void start() throws IOException {
        Path file = Files.writeString(folder.resolve("defaults.yml"), """
                rules: {multi-build-job: off}
                comments: {max: 1}
                """);
        service = RunningService.start(
                gitlab, Map.of("kanilint.review.defaults-file", file.toString(), "logging.level.io.kanilint", "error"));
    }

    @AfterEach
    void stop() {
        service.close();
        assertThat(gitlab.unknownCalls()).isEmpty();
    }

    @Test
    void theyHoldForAProjectWithoutSettings() {
        MergeRequest mergeRequest = reviewed(Seed.CI_FILE);
        assertThat(mergeRequest.threads()).isEmpty();
        assertThat(mergeRequest.statuses().getLast().state()).isEqualTo("success");
    }

    @Test
    void aProjectDecidesOnTheRulesThatItNamesAndTheRestHoldsOn() {
        project.commit("main", Map.of(".kanilint.yml", "rules: {multi-build-job: error}\n"));
        MergeRequest mergeRequest = reviewed(CiFiles.TWO_FINDINGS);
        assertThat(mergeRequest.threads()).hasSize(1);
        assertThat(mergeRequest.notes().getLast().body()).startsWith("**There is more.** 1 finding");
    }

    @Test
    void theyHoldWhereTheProjectsSettingsCannotBeUsed() {
        project.commit("main", Map.of(".kanilint.yml", "rulez: {multi-build-job: error}\n"));
        assertThat(reviewed(Seed.CI_FILE).threads()).isEmpty();
    }

    private MergeRequest reviewed(String ciFile) {
        MergeRequest mergeRequest =
                SharedService.change(project).changing(".gitlab-ci.yml", ciFile).open();
        service.review(mergeRequest, "open");
        return mergeRequest;
    }
}
