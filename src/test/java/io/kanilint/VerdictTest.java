package io.kanilint;

import static io.kanilint.standin.Times.always;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kanilint.demo.Seed;
import io.kanilint.standin.Calls;
import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.StandInGitLab;
import io.kanilint.standin.Webhook;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each delivery says in the end what became of it, and why. */
class VerdictTest {
    private final StandInGitLab gitlab = SharedService.gitlab();
    private final MergeRequest mergeRequest = SharedService.adding(Seed.CI_FILE);

    @AfterEach
    void heal() {
        gitlab.resume();
        gitlab.heal();
    }

    @ParameterizedTest
    @EnumSource
    void threeHooksForOnePushAreOneReview(Database database) {
        var service = SharedService.on(database);
        service.review(mergeRequest, "open");
        mergeRequest.push(Map.of("README.md", "# Newer\n"));
        String body = mergeRequest.hookBody("update");
        for (int hook = 1; hook <= 3; hook++) {
            assertThat(webhook(service).send("Merge Request Hook", body)).isEqualTo(202);
            service.settle(mergeRequest);
        }
        assertThat(service.outcomes(mergeRequest)).hasSize(2);
        assertThat(verdicts(service)).containsExactly("reviewed", "reviewed", "duplicate", "duplicate");
        assertThat(reasons(service).getLast()).matches("Delivery \\d+ told of the same event\\.");
    }

    @ParameterizedTest
    @EnumSource
    void eachOfTwoPushesIsJudgedByTheLookThatSawIt(Database database) throws Exception {
        var service = SharedService.on(database);
        var gate = gitlab.pauseAt("GET", "/projects/" + mergeRequest.project().id() + "/merge_requests/1/diffs");
        service.hook(mergeRequest, "open");
        gate.awaitCall(Duration.ofSeconds(10));
        for (String text : List.of("# Newer\n", "# Newest\n")) {
            mergeRequest.push(Map.of("README.md", text));
            service.hook(mergeRequest, "update");
        }
        gitlab.resume();
        service.settle(mergeRequest);
        assertThat(service.outcomes(mergeRequest)).hasSize(2);
        assertThat(verdicts(service)).containsExactly("reviewed", "superseded", "reviewed");
        assertThat(reasons(service).getLast()).contains(mergeRequest.headSha());
        assertThat(service.database()
                        .sql("SELECT count(DISTINCT review_id) FROM delivery WHERE project_id = ?")
                        .param(mergeRequest.project().id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasRefusedIsTriedAgainWhenItIsSentAgain(Database database) {
        var service = SharedService.on(database);
        Calls ours = (method, url) ->
                url.contains("/projects/" + mergeRequest.project().id() + "/");
        gitlab.fail(always(), ours).with(403);
        String body = mergeRequest.hookBody("open");
        String key = UUID.randomUUID().toString();
        webhook(service).send("Merge Request Hook", body, key);
        service.settle(mergeRequest);
        assertThat(verdicts(service)).containsExactly("refused");
        assertThat(reasons(service).getFirst()).contains("needs Developer in the project");
        gitlab.heal();
        webhook(service).send("Merge Request Hook", body, key);
        service.settle(mergeRequest);
        assertThat(verdicts(service)).containsExactly("reviewed");
        webhook(service).send("Merge Request Hook", body, key);
        service.settle(mergeRequest);
        assertThat(service.outcomes(mergeRequest)).containsExactly("refused", "reviewed");
        assertThat(mergeRequest.notes()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void oneThatWaitsSaysForWhat(Database database) {
        var service = SharedService.on(database);
        Calls ours = (method, url) ->
                url.contains("/projects/" + mergeRequest.project().id() + "/");
        gitlab.fail(always(), ours).with(502);
        service.hook(mergeRequest, "open");
        await().pollInterval(Duration.ofMillis(10)).until(() -> service.failures(mergeRequest) >= 1);
        assertThat(verdicts(service)).containsExactly("queued");
        assertThat(reasons(service).getFirst()).contains("status 502");
        gitlab.heal();
        service.hurry(mergeRequest);
        service.settle(mergeRequest);
        assertThat(verdicts(service)).containsExactly("reviewed");
    }

    @ParameterizedTest
    @EnumSource
    void aDiffThatNeverComesIsGivenUp(Database database) {
        var service = SharedService.on(database);
        MergeRequest unprepared = SharedService.change(mergeRequest.project())
                .from("another")
                .changing(".gitlab-ci.yml", Seed.CI_FILE)
                .preparedAfter(1_000_000)
                .open();
        service.hook(unprepared, "open");
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> {
                    service.hurry(unprepared);
                    return service.task(unprepared).isEmpty();
                });
        assertThat(verdicts(service)).containsExactly("failed");
        assertThat(reasons(service).getFirst()).contains("still preparing its diff", "Push to the merge request");
    }

    @ParameterizedTest
    @EnumSource
    void whereThereIsNothingToLookAtTheReasonIsKept(Database database) {
        var service = SharedService.on(database);
        mergeRequest.close();
        service.review(mergeRequest, "open");
        assertThat(verdicts(service)).containsExactly("ignored");
        assertThat(reasons(service)).containsExactly("It is closed or merged.");
    }

    private Webhook webhook(RunningService service) {
        return gitlab.webhook(service.hookUri()).withToken(RunningService.WEBHOOK_TOKEN);
    }

    private List<String> verdicts(RunningService service) {
        return column(service, "verdict");
    }

    private List<String> reasons(RunningService service) {
        return column(service, "reason");
    }

    private List<String> column(RunningService service, String column) {
        return service.database()
                .sql("SELECT " + column + " FROM delivery WHERE project_id = ? ORDER BY id")
                .param(mergeRequest.project().id())
                .query(String.class)
                .list();
    }
}
