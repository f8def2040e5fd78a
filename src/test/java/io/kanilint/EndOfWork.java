package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.StandInGitLab;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has to hold when all work is done, whatever became of the replicas meanwhile. */
record EndOfWork(JdbcClient jdbc, StandInGitLab gitlab) {

    void await() {
        Awaitility.await("the end of all work")
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    hurry();
                    return count("scheduled_tasks WHERE task_name <> 'retention'") == 0;
                });
    }

    /** What waits does not wait any longer; what GitLab may still be at work on was given the time before. */
    private void hurry() {
        jdbc.sql("UPDATE scheduled_tasks SET execution_time = ? WHERE picked = FALSE AND execution_time > ?")
                .params(Instant.now().atOffset(ZoneOffset.UTC), Instant.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    void check(List<MergeRequest> mergeRequests) {
        mergeRequests.forEach(EndOfWork::check);
        assertThat(gitlab.unknownCalls()).isEmpty();
        assertThat(count("delivery WHERE verdict = 'queued'")).isZero();
        assertThat(count("delivery WHERE verdict IN ('refused', 'failed')")).isZero();
    }

    /** Threads of findings that were there in between are resolved; no finding ever has two. */
    private static void check(MergeRequest mergeRequest) {
        assertThat(mergeRequest.threads().stream().filter(thread -> !thread.resolved()))
                .as(mergeRequest.webUrl())
                .hasSize(1);
        assertThat(mergeRequest.threads())
                .as(mergeRequest.webUrl())
                .extracting(thread -> marker(thread.notes().getFirst().body()))
                .doesNotHaveDuplicates();
        assertThat(mergeRequest.statuses().getLast().state()).isEqualTo("failed");
    }

    private static String marker(String body) {
        return body.substring(body.lastIndexOf("<!-- kanilint:finding="));
    }

    int count(String rows) {
        return jdbc.sql("SELECT count(*) FROM " + rows).query(Integer.class).single();
    }
}
