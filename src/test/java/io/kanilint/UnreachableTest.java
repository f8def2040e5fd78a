package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kanilint.demo.Seed;
import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.StandInGitLab;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A hook that comes while nothing listens where GitLab should be is kept and worked off when GitLab is back. */
class UnreachableTest {

    @Test
    void theReviewIsMadeWhenGitLabIsBack() throws Exception {
        int port = freePort();
        try (var sender = StandInGitLab.start();
                var service = RunningService.start(
                        sender,
                        Map.of(
                                "kanilint.gitlab.url", "http://127.0.0.1:" + port,
                                "kanilint.retry.longest", "200ms",
                                "logging.level.io.kanilint", "error"))) {
            MergeRequest hooked = mergeRequest(sender);
            assertThat(service.hook(hooked, "open")).isEqualTo(202);
            await().until(() -> service.failures(hooked) >= 2);
            assertThat(health(service)).isEqualTo(200);
            try (var gitlab = StandInGitLab.start(port)) {
                MergeRequest same = mergeRequest(gitlab);
                assertThat(same.project().id()).isEqualTo(hooked.project().id());
                service.settle(same);
                assertThat(same.threads()).hasSize(1);
                assertThat(service.outcomes(same)).containsExactly("reviewed");
                assertThat(gitlab.unknownCalls()).isEmpty();
            }
        }
    }

    private static MergeRequest mergeRequest(StandInGitLab gitlab) {
        var project = gitlab.project("shop/images");
        project.commit("main", Map.of("README.md", "# Shop\n"));
        return project.mergeRequest("Build both images")
                .changing(".gitlab-ci.yml", Seed.CI_FILE)
                .open();
    }

    private static int health(RunningService service) throws IOException, InterruptedException {
        var uri = URI.create("http://localhost:" + service.port() + "/actuator/health/readiness");
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
