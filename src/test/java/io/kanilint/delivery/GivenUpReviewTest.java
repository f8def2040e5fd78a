package io.kanilint.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kanilint.Database;
import io.kanilint.RunningService;
import io.kanilint.SharedService;
import io.kanilint.demo.Seed;
import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.StandInGitLab;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A review that is given up takes no request with it that was not given its tries. */
class GivenUpReviewTest {
    private static final int MOST_WAITS = 20;

    private final StandInGitLab gitlab = SharedService.gitlab();

    @ParameterizedTest
    @EnumSource
    void aRequestThatComesDuringTheLastTryIsTriedAfterAPauseAndFromTheStart(Database database) throws Exception {
        try (var service = slow(database)) {
            MergeRequest mergeRequest = unprepared();
            service.hook(mergeRequest, "open");
            fail(service, mergeRequest, MOST_WAITS);
            var gate = gitlab.pauseAt("GET", "/merge_requests/" + mergeRequest.iid());
            service.hurry(mergeRequest);
            gate.awaitCall(Duration.ofSeconds(10));
            push(service, mergeRequest);
            gitlab.resume();
            await().until(() -> verdicts(service, mergeRequest).equals(List.of("failed", "queued")));
            // Long enough for a try that does not wait.
            await().during(Duration.ofMillis(500)).until(() -> service.failures(mergeRequest) == MOST_WAITS + 1);
            assertThat(service.task(mergeRequest).orElseThrow())
                    .isAfter(Instant.now().plus(Duration.ofMinutes(5)));
            fail(service, mergeRequest, MOST_WAITS + 3);
            assertThat(verdicts(service, mergeRequest)).containsExactly("failed", "queued");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRequestThatComesWhileAnotherWaitsHasTriesOfItsOwn(Database database) {
        try (var service = slow(database)) {
            MergeRequest mergeRequest = unprepared();
            service.hook(mergeRequest, "open");
            fail(service, mergeRequest, MOST_WAITS - 1);
            push(service, mergeRequest);
            fail(service, mergeRequest, 2 * MOST_WAITS - 1);
            assertThat(verdicts(service, mergeRequest)).containsExactly("queued", "queued");
            service.hurry(mergeRequest);
            await().until(() -> service.failures(mergeRequest) != 2 * MOST_WAITS - 1);
            service.hurry(mergeRequest);
            service.settle(mergeRequest);
            assertThat(verdicts(service, mergeRequest)).containsExactly("superseded", "failed");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whereNotEvenTheRequestCouldBeReadTheTaskEnds(Database database) {
        var service = SharedService.on(database);
        long project = SharedService.project().id();
        service.bean(TransactionTemplate.class).executeWithoutResult(_ -> {
            var requests = service.bean(ReviewRequests.class);
            requests.open(project, 1, ".gitlab-ci.yml");
            requests.want(project, 1, new ReviewRequests.Request(3, ".gitlab-ci.yml"));
        });
        var fate = new Fate<String>();
        service.bean(ReviewTask.class)
                .failed(Fate.thrown(ReviewTask.instance(project, 1), 5, new IllegalStateException("a fault")), fate);
        fate.assertStopped();
    }

    /** Nothing is tried again before the test says so. */
    private RunningService slow(Database database) {
        var settings = new HashMap<>(database.settings());
        settings.put("kanilint.retry.first", "10m");
        settings.put("logging.level.io.kanilint", "off");
        return RunningService.start(gitlab, settings);
    }

    private static void fail(RunningService service, MergeRequest mergeRequest, int failures) {
        for (int i = service.failures(mergeRequest); i < failures; i = service.failures(mergeRequest)) {
            int before = i;
            service.hurry(mergeRequest);
            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> service.failures(mergeRequest) > before);
        }
    }

    private static void push(RunningService service, MergeRequest mergeRequest) {
        mergeRequest.push(Map.of("README.md", "# Newer\n"));
        service.hook(mergeRequest, "update");
    }

    private static List<String> verdicts(RunningService service, MergeRequest mergeRequest) {
        return service.database()
                .sql("SELECT verdict FROM delivery WHERE project_id = ? ORDER BY id")
                .param(mergeRequest.project().id())
                .query(String.class)
                .list();
    }

    private static MergeRequest unprepared() {
        return SharedService.change(SharedService.project())
                .changing(".gitlab-ci.yml", Seed.CI_FILE)
                .preparedAfter(1_000_000)
                .open();
    }
}
