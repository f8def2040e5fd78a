package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.StandInGitLab;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A collector that is away or slow holds nobody up, and the log says so once. */
@ExtendWith(OutputCaptureExtension.class)
class CollectorOutageTest {
    private static final String AWAY = "Traces do not reach the collector";

    private StandInGitLab gitlab;

    @BeforeEach
    void start() {
        gitlab = StandInGitLab.start();
    }

    @AfterEach
    void stop() {
        gitlab.close();
    }

    @Test
    void oneThatIsNotThereIsNamedOnce(CapturedOutput output) throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try (var service = traced("http://localhost:" + port, Map.of())) {
            var mergeRequest = open("shop/one");
            service.review(mergeRequest, "open");
            assertThat(service.outcomes(mergeRequest)).containsExactly("reviewed");
            await().atMost(Duration.ofSeconds(20)).until(() -> output.toString().contains(AWAY));
            service.review(open("shop/two"), "open");
            assertThat(output.toString().lines().filter(line -> line.contains("race")))
                    .singleElement()
                    .asString()
                    .contains("WARN", AWAY + ": java.net.ConnectException");
            // What came in between is lost; what comes now is sent.
            try (var collector = Collector.start(port)) {
                await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                    service.hook(mergeRequest, "open");
                    assertThat(collector.spans()).isNotEmpty();
                });
                await().until(() -> output.toString().contains("Traces reach the collector again."));
            }
        }
        assertThat(output).doesNotContain("\tat ");
    }

    @Test
    void oneThatRefusesIsNamed(CapturedOutput output) throws Exception {
        try (var collector = Collector.start();
                var service = traced(collector.url() + "/refuse", Map.of())) {
            service.review(open("shop/one"), "open");
            await().atMost(Duration.ofSeconds(20)).until(() -> output.toString().contains(AWAY));
        }
        assertThat(output).contains(AWAY + ": it refuses them.").doesNotContain("\tat ");
    }

    @Test
    void oneThatNeverAnswersHoldsNothingUp() throws Exception {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            // Many more than fit into what waits to be sent.
            var service = traced(
                    "http://localhost:" + silent.getLocalPort(),
                    Map.of(
                            "management.opentelemetry.tracing.export.max-queue-size", "8",
                            "management.opentelemetry.tracing.export.max-batch-size", "8"));
            List<MergeRequest> opened =
                    List.of(open("shop/one"), open("shop/two"), open("shop/three"), open("shop/four"));
            for (MergeRequest mergeRequest : opened) {
                service.review(mergeRequest, "open");
                assertThat(service.outcomes(mergeRequest)).containsExactly("reviewed");
            }
            Instant stop = Instant.now();
            service.close();
            assertThat(Duration.between(stop, Instant.now())).isLessThan(Duration.ofSeconds(10));
        }
    }

    private RunningService traced(String collector, Map<String, String> more) {
        var settings = new HashMap<>(more);
        settings.put("management.opentelemetry.tracing.export.otlp.endpoint", collector + "/v1/traces");
        settings.put("management.opentelemetry.tracing.export.schedule-delay", "50ms");
        return RunningService.start(gitlab, settings);
    }

    private MergeRequest open(String path) {
        var project = gitlab.project(path);
        project.commit(project.defaultBranch(), Map.of("README.md", "# Images\n"));
        return SharedService.change(project)
                .changing(".gitlab-ci.yml", CiFiles.ONE_BUILD)
                .open();
    }
}
