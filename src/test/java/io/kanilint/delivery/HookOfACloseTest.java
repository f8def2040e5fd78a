package io.kanilint.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.Database;
import io.kanilint.RunningService;
import io.kanilint.SharedService;
import io.kanilint.command.CiPath;
import io.kanilint.demo.Seed;
import io.kanilint.review.Reviewer;
import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.StandInGitLab;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a merge request's end asks for is not lost, however late the review before it comes to its own. */
class HookOfACloseTest {
    private final StandInGitLab gitlab = SharedService.gitlab();

    @ParameterizedTest
    @EnumSource
    void theReviewMayEndWhileItIsJudged(Database database) throws Exception {
        RunningService service = SharedService.on(database);
        MergeRequest mergeRequest = SharedService.adding(Seed.CI_FILE);
        long projectId = mergeRequest.project().id();
        var gate = gitlab.pauseAt("POST", "/projects/" + projectId + "/statuses/");
        service.hook(mergeRequest, "open");
        gate.awaitCall(Duration.ofSeconds(10));
        var deliveries = new Deliveries(service.bean(JdbcClient.class), _ -> {}) {
            @Override
            boolean waits(long project, long iid) {
                gitlab.resume();
                service.settle(mergeRequest);
                return super.waits(project, iid);
            }
        };
        var closed = new Hook.Ended(new Hook.Changed("test", projectId, mergeRequest.iid(), CiPath.DEFAULT, null));
        service.bean(TransactionTemplate.class)
                .executeWithoutResult(
                        _ -> inbox(service, deliveries).accept(UUID.randomUUID().toString(), closed));
        service.settle(mergeRequest);
        assertThat(service.outcomes(mergeRequest)).hasSize(2);
    }

    private static Inbox inbox(RunningService service, Deliveries deliveries) {
        return new Inbox(
                deliveries,
                service.bean(ReviewQueue.class),
                service.bean(Commands.class),
                service.bean(Evidence.class),
                service.bean(Feedback.class),
                service.bean(Reviewer.class),
                service.bean(Clock.class));
    }
}
