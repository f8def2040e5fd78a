package io.kanilint;

import static io.kanilint.standin.Times.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kanilint.standin.Calls;
import io.kanilint.standin.Discussion;
import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.StandInGitLab;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several new threads are one review with one notification; whatever goes wrong with that, each is there once. */
class DraftsTest {
    private final StandInGitLab gitlab = SharedService.gitlab();
    private final RunningService service = SharedService.service();
    private final MergeRequest mergeRequest = SharedService.adding(CiFiles.TWO_FINDINGS);

    @AfterEach
    void everyCallWasOneThatGitLabKnows() {
        gitlab.heal();
        assertThat(gitlab.unknownCalls()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void newThreadsArePublishedTogether(Database database) {
        SharedService.on(database).review(mergeRequest, "open");
        bothAreThereOnce();
        assertThat(mergeRequest.drafts().publications()).isOne();
        assertThat(gitlab.calls(ours("POST", "/discussions"))).isEmpty();
    }

    @Test
    void theSuggestionsOfBothApplyOneAfterTheOther() {
        service.review(mergeRequest, "open");
        for (int i = 0; i < 2; i++) {
            mergeRequest.applySuggestion(mergeRequest.threads().get(i).first().id());
            service.review(mergeRequest, "update");
        }
        assertThat(mergeRequest.threads()).allMatch(Discussion::resolved);
        assertThat(mergeRequest.statuses().getLast().state()).isEqualTo("success");
    }

    @Test
    void oneThatGitLabLosesIsOpenedByItself() {
        mergeRequest.drafts().loseNext();
        service.review(mergeRequest, "open");
        bothAreThereOnce();
        assertThat(mergeRequest.drafts().publications()).isOne();
        assertThat(gitlab.calls(ours("POST", "/discussions"))).hasSize(1);
    }

    @Test
    void aDraftWhoseAnswerIsLostIsNotPublishedTwice() {
        gitlab.fail(times(1), ours("POST", "/draft_notes")).losingTheReply();
        service.hook(mergeRequest, "open");
        await().until(() -> service.failures(mergeRequest) == 1);
        service.hurry(mergeRequest);
        service.settle(mergeRequest);
        bothAreThereOnce();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 405})
    void aGitLabWithoutDraftsGetsThreadsOneByOne(int status) {
        gitlab.fail(times(100), ours("", "/draft_notes")).with(status);
        service.review(mergeRequest, "open");
        bothAreThereOnce();
        assertThat(mergeRequest.drafts().publications()).isZero();
    }

    @Test
    void aPublicationThatFailsForGoodIsNotTriedForEver() {
        gitlab.fail(times(100), ours("POST", "/bulk_publish")).with(500);
        service.review(mergeRequest, "open");
        bothAreThereOnce();
        assertThat(gitlab.calls(ours("POST", "/bulk_publish"))).hasSize(1);
    }

    @Test
    void aPublicationWhoseAnswerIsLostIsNotRepeated() {
        gitlab.fail(times(1), ours("POST", "/bulk_publish")).losingTheReply();
        service.hook(mergeRequest, "open");
        await().until(() -> service.failures(mergeRequest) == 1);
        service.hurry(mergeRequest);
        service.settle(mergeRequest);
        bothAreThereOnce();
        assertThat(mergeRequest.drafts().publications()).isOne();
    }

    @Test
    void aCountThatFailsIsDoneAgain() {
        gitlab.fail(times(1), (method, url) -> {
                    boolean counting = mergeRequest.drafts().publications() == 1;
                    return counting && ours("GET", "/discussions").test(method, url);
                })
                .with(503);
        service.review(mergeRequest, "open");
        bothAreThereOnce();
        assertThat(mergeRequest.drafts().publications()).isOne();
    }

    private void bothAreThereOnce() {
        assertThat(mergeRequest.threads())
                .extracting(thread -> thread.line().orElse(0))
                .containsExactlyInAnyOrder(11, 27);
        assertThat(mergeRequest.notes()).hasSize(2);
        assertThat(mergeRequest.drafts().left()).isZero();
        assertThat(mergeRequest.threads())
                .allSatisfy(thread -> assertThat(
                                thread.first().position().orElseThrow().lineRange())
                        .as("from the first build to the second")
                        .containsKeys("start", "end"));
    }

    private Calls ours(String method, String part) {
        String project = "/projects/" + mergeRequest.project().id() + "/";
        return (used, url) -> (method.isEmpty() || used.equals(method)) && url.contains(project) && url.contains(part);
    }
}
