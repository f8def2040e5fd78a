package io.kanilint;

import static io.kanilint.standin.Times.always;
import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.demo.Seed;
import io.kanilint.standin.Calls;
import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.StandInGitLab;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What GitLab refuses is recorded with what an administrator can do about it, and not asked for again. */
class RefusedTest {
    private final StandInGitLab gitlab = SharedService.gitlab();
    private final RunningService service = SharedService.service();
    private final MergeRequest mergeRequest = SharedService.adding(Seed.CI_FILE);

    @AfterEach
    void heal() {
        gitlab.heal();
    }

    @ParameterizedTest
    @CsvSource({
        "401, give Kanilint a new one",
        "403, it needs Developer in the project",
        "404, is no member of the project",
        "301, Set KANILINT_GITLAB_URL"
    })
    void theFirstRefusalEndsTheReview(int status, String advice) {
        gitlab.fail(always(), ours("GET", "")).with(status);
        service.review(mergeRequest, "open");
        assertThat(service.outcomes(mergeRequest)).containsExactly("refused");
        assertThat(service.reason(mergeRequest)).contains(advice);
        assertThat(gitlab.calls(ours("GET", ""))).hasSize(1);
        gitlab.heal();
        service.review(mergeRequest, "reopen");
        assertThat(mergeRequest.threads()).hasSize(1);
        assertThat(service.outcomes(mergeRequest)).containsExactly("refused", "reviewed");
    }

    @Test
    void aTokenThatMayOnlyReadIsRefusedAtTheComment() {
        gitlab.tokenScopes("read_api");
        try {
            service.review(mergeRequest, "open");
        } finally {
            gitlab.tokenScopes("api");
        }
        assertThat(service.outcomes(mergeRequest)).containsExactly("refused");
        assertThat(service.reason(mergeRequest)).contains("scope api");
        assertThat(gitlab.calls(ours("POST", "/discussions"))).hasSize(1);
    }

    @Test
    void aStatusThatIsRefusedDoesNotStopTheComment() {
        gitlab.fail(always(), ours("POST", "/statuses")).with(403);
        service.review(mergeRequest, "open");
        assertThat(mergeRequest.threads()).hasSize(1);
        assertThat(service.outcomes(mergeRequest)).containsExactly("reviewed");
    }

    @Test
    void withoutATokenNothingIsAskedAndTheReasonIsRecorded() {
        try (var without = RunningService.start(
                gitlab, Map.of("kanilint.gitlab.token", "", "logging.level.io.kanilint", "error"))) {
            without.review(mergeRequest, "open");
            assertThat(without.outcomes(mergeRequest)).containsExactly("refused");
            assertThat(without.reason(mergeRequest)).contains("KANILINT_GITLAB_TOKEN");
        }
        assertThat(gitlab.calls(ours("GET", ""))).isEmpty();
    }

    private Calls ours(String method, String part) {
        String project = "/projects/" + mergeRequest.project().id() + "/";
        return (used, url) -> used.equals(method) && url.contains(project) && url.contains(part);
    }
}
