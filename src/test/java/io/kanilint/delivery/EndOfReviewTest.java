package io.kanilint.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kanilint.Database;
import io.kanilint.RunningService;
import io.kanilint.SharedService;
import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.StandInGitLab;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A request that comes while a review runs, even in its last moment, leads to one more look. */
class EndOfReviewTest {
    private static final int REQUESTS = 25;

    private final StandInGitLab gitlab = SharedService.gitlab();

    @ParameterizedTest
    @EnumSource
    void aHookDuringTheReviewLeadsToALookAtTheNewerHead(Database database) throws Exception {
        var service = SharedService.on(database);
        MergeRequest mergeRequest = quiet();
        var gate = gitlab.pauseAt("GET", path(mergeRequest) + "/diffs");
        service.hook(mergeRequest, "open");
        gate.awaitCall(Duration.ofSeconds(10));
        mergeRequest.push(Map.of("README.md", "# Newer\n"));
        assertThat(service.hook(mergeRequest, "update")).isEqualTo(202);
        assertThat(service.hook(mergeRequest, "update")).isEqualTo(202);
        gitlab.resume();
        service.settle(mergeRequest);
        assertThat(service.outcomes(mergeRequest)).as("one more look for both").hasSize(2);
    }

    /** The hook's transaction is open when the review ends: its end has to wait and see what the hook asked for. */
    @ParameterizedTest
    @EnumSource
    void aHookThatIsBeingKeptWhenTheReviewEndsIsNotLost(Database database) throws Exception {
        var service = SharedService.on(database);
        MergeRequest mergeRequest = quiet();
        var gate = gitlab.pauseAt("GET", path(mergeRequest) + "/diffs");
        service.hook(mergeRequest, "open");
        gate.awaitCall(Duration.ofSeconds(10));
        service.bean(TransactionTemplate.class).executeWithoutResult(_ -> {
            service.bean(Inbox.class)
                    .accept(
                            UUID.randomUUID().toString(),
                            new Hook.Changed(
                                    "test", mergeRequest.project().id(), mergeRequest.iid(), ".gitlab-ci.yml", null));
            gitlab.resume();
            await().until(() -> service.outcomes(mergeRequest).size() == 1);
            // Long enough for a review that does not wait to end its task.
            await().during(Duration.ofMillis(200))
                    .until(() -> service.task(mergeRequest).isPresent());
        });
        service.settle(mergeRequest);
        assertThat(service.outcomes(mergeRequest)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void noRequestIsEverLost(Database database) throws Exception {
        var service = SharedService.on(database);
        try (var people = Executors.newFixedThreadPool(4)) {
            Callable<Integer> person = () -> requestAgainAndAgain(service);
            assertThat(people.invokeAll(Collections.nCopies(4, person)))
                    .extracting(Future::get)
                    .containsOnly(REQUESTS);
        }
    }

    private static int requestAgainAndAgain(RunningService service) {
        MergeRequest mergeRequest = quiet();
        for (int i = 0; i < REQUESTS; i++) {
            service.hook(mergeRequest, "open");
            await().pollInterval(Duration.ofMillis(1)).until(() -> isRunning(service, mergeRequest));
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(15_000_000));
            Instant asked = Instant.now();
            service.hook(mergeRequest, "open");
            service.settle(mergeRequest);
            assertThat(lastLook(service, mergeRequest)).isAfterOrEqualTo(asked);
        }
        return REQUESTS;
    }

    private static boolean isRunning(RunningService service, MergeRequest mergeRequest) {
        return service.database()
                        .sql("SELECT count(*) FROM scheduled_tasks WHERE task_instance = ? AND picked = FALSE")
                        .param(mergeRequest.project().id() + "!" + mergeRequest.iid())
                        .query(Integer.class)
                        .single()
                == 0;
    }

    private static Instant lastLook(RunningService service, MergeRequest mergeRequest) {
        return service.database()
                .sql("SELECT max(started_at) FROM review WHERE project_id = ? AND merge_request_iid = ?")
                .params(mergeRequest.project().id(), mergeRequest.iid())
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** A merge request that is looked at in two calls. */
    private static MergeRequest quiet() {
        return SharedService.change(SharedService.project())
                .changing("README.md", "# Shop\n")
                .open();
    }

    private static String path(MergeRequest mergeRequest) {
        return "/projects/" + mergeRequest.project().id() + "/merge_requests/" + mergeRequest.iid();
    }
}
