package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kanilint.demo.Seed;
import io.kanilint.lint.Linter;
import io.kanilint.lint.MapProject;
import io.kanilint.lint.Settings;
import io.kanilint.standin.CommitStatus;
import io.kanilint.standin.Discussion;
import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.StandInGitLab;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The main job: the hook brings the comment, its suggestion heals the file, the next hook ends the matter. */
class SuggestionFlowTest {
    private final StandInGitLab gitlab = SharedService.gitlab();
    private final RunningService service = SharedService.service();
    private final MergeRequest mergeRequest = SharedService.adding(Seed.CI_FILE);

    @AfterEach
    void everyCallWasOneThatGitLabKnows() {
        assertThat(gitlab.unknownCalls()).isEmpty();
    }

    @Test
    void theHookBringsOneThreadOnTheLineAndAFailedStatus() {
        service.review(mergeRequest, "open");
        assertThat(mergeRequest.threads()).singleElement().satisfies(thread -> {
            assertThat(thread.path()).contains(".gitlab-ci.yml");
            assertThat(thread.line()).contains(11);
            assertThat(thread.resolved()).isFalse();
            assertThat(thread.notes()).hasSize(1);
            assertThat(thread.first().author()).isEqualTo(gitlab.bot());
            assertThat(thread.first().body())
                    .contains("```suggestion:-10+5\n")
                    .containsPattern("<!-- kanilint:finding=[0-9a-f]{32} -->");
        });
        assertThat(mergeRequest.statuses())
                .extracting(CommitStatus::name, CommitStatus::state, CommitStatus::description)
                .containsExactly(tuple("kanilint", "failed", "1 finding"));
    }

    @Test
    void applyingTheSuggestionEndsTheMatter() {
        service.review(mergeRequest, "open");
        mergeRequest.applySuggestion(thread().first().id());
        service.review(mergeRequest, "update");
        assertThat(thread().resolved()).isTrue();
        assertThat(states()).containsExactly("success");
        String text = mergeRequest
                .project()
                .file(mergeRequest.headSha(), ".gitlab-ci.yml")
                .orElseThrow();
        assertThat(text).contains("build_webui:\n", "build_api:\n").doesNotContain("\nbuild:");
        assertThat(Linter.lint(MapProject.of(text), Settings.DEFAULT).findings())
                .isEmpty();
        assertThat(service.outcomes(mergeRequest)).containsExactly("reviewed", "reviewed");
    }

    @Test
    void theSameDeliveryAgainChangesNothing() {
        var webhook = gitlab.webhook(service.hookUri()).withToken(RunningService.WEBHOOK_TOKEN);
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            assertThat(webhook.send("Merge Request Hook", mergeRequest.hookBody("open"), key))
                    .isEqualTo(202);
            service.settle(mergeRequest);
        }
        assertThat(service.outcomes(mergeRequest)).hasSize(1);
        assertThat(mergeRequest.notes()).hasSize(1);
        assertThat(states()).hasSize(1);
    }

    @Test
    void anotherDeliveryForTheSameCommitWritesNothing() {
        service.review(mergeRequest, "open");
        var before = mergeRequest.discussions();
        service.review(mergeRequest, "open");
        service.review(mergeRequest, "reopen");
        assertThat(service.outcomes(mergeRequest)).hasSize(3);
        assertThat(mergeRequest.discussions()).isEqualTo(before);
        assertThat(states()).containsExactly("failed");
    }

    private Discussion thread() {
        return mergeRequest.threads().getFirst();
    }

    private List<String> states() {
        return mergeRequest.statuses().stream().map(CommitStatus::state).toList();
    }
}
