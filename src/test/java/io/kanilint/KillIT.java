package io.kanilint;

import static io.kanilint.standin.Calls.calls;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kanilint.demo.Seed;
import io.kanilint.standin.Gate;
import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.StandInGitLab;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that is killed in the middle of a review does it after its next start, and comments once. */
class KillIT {
    @TempDir
    private Path folder;

    private StandInGitLab gitlab;
    private MergeRequest mergeRequest;

    @BeforeEach
    void open() {
        gitlab = StandInGitLab.start();
        var project = gitlab.project("shop/images");
        project.commit("main", Map.of("README.md", "# Shop\n"));
        mergeRequest = project.mergeRequest("Build both images")
                .changing(".gitlab-ci.yml", Seed.CI_FILE)
                .open();
    }

    @AfterEach
    void close() {
        assertThat(gitlab.unknownCalls()).isEmpty();
        gitlab.close();
    }

    /** What was answered with 202 is on the disk, the last as the first. */
    @Test
    void killedRightAfterItsAnswers() throws Exception {
        int hooks = 40;
        try (var service = start()) {
            var uri = service.hookUri();
            for (int i = 0; i < hooks; i++) {
                assertThat(gitlab.sendHook(uri, RunningService.WEBHOOK_TOKEN, mergeRequest, "open"))
                        .isEqualTo(202);
            }
            service.kill();
        }
        assertThat(deliveries()).isEqualTo(hooks);
        startAgain();
    }

    private int deliveries() throws SQLException {
        String url = "jdbc:h2:file:" + folder.resolve("data/kanilint") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
        try (var database = DriverManager.getConnection(url, "kanilint", "");
                var rows = database.createStatement().executeQuery("SELECT count(*) FROM delivery")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    void killedBeforeItAskedGitLabAnything() throws Exception {
        kill(gitlab.pauseAt("GET", "/merge_requests/"));
        assertThat(mergeRequest.notes()).isEmpty();
        startAgain();
    }

    @Test
    void killedBetweenTheCommentAndItsAnswer() throws Exception {
        kill(gitlab.pauseAfter("POST", "/discussions"));
        assertThat(mergeRequest.notes()).hasSize(1);
        startAgain();
        assertThat(gitlab.calls(calls("POST", "/discussions"))).hasSize(1);
    }

    private void kill(Gate gate) throws InterruptedException {
        try (var service = start()) {
            int status = gitlab.sendHook(service.hookUri(), RunningService.WEBHOOK_TOKEN, mergeRequest, "open");
            assertThat(status).isEqualTo(202);
            gate.awaitCall(Duration.ofSeconds(20));
            service.kill();
        }
        gitlab.resume();
    }

    private void startAgain() {
        try (var service = start()) {
            service.hookUri();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !mergeRequest.statuses().isEmpty());
            assertThat(mergeRequest.notes()).as(service.output()).hasSize(1);
            assertThat(mergeRequest.threads().getFirst().line()).contains(11);
            assertThat(mergeRequest.statuses().getLast().state()).isEqualTo("failed");
        }
    }

    private PackedService start() {
        // Its work is taken over after ten heartbeats were missed.
        return PackedService.start(
                folder, PackedService.reviewing(gitlab), "serve", "--db-scheduler.heartbeat-interval=500ms");
    }
}
