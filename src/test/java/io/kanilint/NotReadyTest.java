package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kanilint.demo.Seed;
import io.kanilint.standin.MergeRequest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** GitLab sends the hook before it has made the diff (its issue 386562). */
class NotReadyTest {
    private final RunningService service = SharedService.service();

    @Test
    void aDiffThatIsNotPreparedYetIsWaitedFor() {
        MergeRequest mergeRequest = preparedAfter(2);
        service.review(mergeRequest, "open");
        assertThat(mergeRequest.threads())
                .singleElement()
                .satisfies(thread -> assertThat(thread.line()).contains(11));
        assertThat(service.outcomes(mergeRequest)).containsExactly("reviewed");
    }

    @Test
    void aDiffThatDoesNotComeIsAskedForLessAndLessOften() {
        MergeRequest mergeRequest = preparedAfter(1_000_000);
        service.hook(mergeRequest, "open");
        await().pollInterval(Duration.ofMillis(10)).until(() -> {
            service.hurry(mergeRequest);
            return service.failures(mergeRequest) >= 10;
        });
        service.hurry(mergeRequest);
        await().pollInterval(Duration.ofMillis(10)).until(() -> service.failures(mergeRequest) >= 11);
        assertThat(service.task(mergeRequest).orElseThrow())
                .isAfter(Instant.now().plusSeconds(60));
        mergeRequest.close();
        service.hurry(mergeRequest);
        service.settle(mergeRequest);
        assertThat(service.outcomes(mergeRequest)).containsExactly("skipped");
    }

    private static MergeRequest preparedAfter(int reads) {
        return SharedService.change(SharedService.project())
                .changing(".gitlab-ci.yml", Seed.CI_FILE)
                .preparedAfter(reads)
                .open();
    }
}
