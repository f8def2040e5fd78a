package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kanilint.Collector.Span;
import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.StandInGitLab;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** OpenTelemetry's own environment variables lead traces to a collector, and log lines say to which trace they belong. */
class TracesIT {
    private static final String REVIEWED = "Merge request 1 of project";

    @TempDir
    private Path folder;

    private StandInGitLab gitlab;
    private Collector collector;

    @BeforeEach
    void start() throws Exception {
        gitlab = StandInGitLab.start();
        collector = Collector.start();
    }

    @AfterEach
    void stop() {
        collector.close();
        gitlab.close();
    }

    @Test
    void theUsualVariablesSwitchTracesOn() {
        var environment = Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT", collector.url(),
                "OTEL_SERVICE_NAME", "another-name",
                "OTEL_BSP_SCHEDULE_DELAY", "100",
                "KANILINT_LOG_FORMAT", "json");
        try (var service = review(environment)) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !collector.named("review").isEmpty());
            Span review = collector.named("review").getFirst();
            JsonNode line = service.output()
                    .lines()
                    .filter(text -> text.contains("\"message\":\"" + REVIEWED))
                    .map(text -> JsonMapper.shared().readTree(text))
                    .findFirst()
                    .orElseThrow();
            assertThat(line.path("traceId").asString()).isEqualTo(review.trace());
            assertThat(line.path("spanId").asString()).isEqualTo(review.id());
            // Neither logs nor metrics go there.
            assertThat(collector.paths()).containsOnly("/v1/traces");
            assertThat(collector.text()).contains("another-name");
        }
    }

    @Test
    void theSamplerChoosesAndTextTellsTheTrace() {
        var environment = Map.of(
                "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", collector.url() + "/v1/traces",
                "OTEL_BSP_SCHEDULE_DELAY", "100",
                "OTEL_TRACES_SAMPLER", "always_off");
        try (var service = review(environment)) {
            assertThat(service.output()).containsPattern("\\[[0-9a-f]{32}-[0-9a-f]{16}] io.kanilint.review.Reviewer");
        }
        assertThat(collector.paths()).isEmpty();
    }

    @Test
    void withoutThemTheLogLeavesNoRoomForTraces() {
        try (var service = review(Map.of())) {
            assertThat(service.output()).containsPattern("\\[kanilint] \\[[^\\[\\]]*] io.kanilint.review.Reviewer");
        }
    }

    private PackedService review(Map<String, String> environment) {
        var all = new HashMap<>(PackedService.reviewing(gitlab));
        all.putAll(environment);
        var service = PackedService.start(folder, all, "serve");
        var project = gitlab.project("shop/images");
        project.commit("main", Map.of("README.md", "# Shop\n"));
        MergeRequest mergeRequest = project.mergeRequest("Build both images")
                .changing(".gitlab-ci.yml", CiFiles.ONE_BUILD)
                .open();
        assertThat(gitlab.sendHook(service.hookUri(), RunningService.WEBHOOK_TOKEN, mergeRequest, "open"))
                .isEqualTo(202);
        await().atMost(Duration.ofSeconds(20)).until(() -> service.output().contains(REVIEWED));
        return service;
    }
}
