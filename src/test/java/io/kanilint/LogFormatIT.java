package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.demo.Seed;
import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.StandInGitLab;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Logs for programs: each line is JSON, and says whose work it tells of. */
class LogFormatIT {
    @TempDir
    private Path folder;

    @Test
    void eachLineIsJson() {
        String key = UUID.randomUUID().toString();
        try (var gitlab = StandInGitLab.start();
                var service = PackedService.start(folder, json(gitlab), "serve")) {
            var project = gitlab.project("shop/images");
            project.commit("main", Map.of("README.md", "# Shop\n"));
            MergeRequest mergeRequest = project.mergeRequest("Build both images")
                    .changing(".gitlab-ci.yml", Seed.CI_FILE)
                    .open();
            assertThat(gitlab.webhook(service.hookUri())
                            .withToken(RunningService.WEBHOOK_TOKEN)
                            .send("Merge Request Hook", mergeRequest.hookBody("open"), key))
                    .isEqualTo(202);
            Awaitility.await().until(() -> service.output().contains("\"message\":\"Merge request 1 of project"));
            // The last line may not be whole yet.
            String output = service.output();
            List<JsonNode> lines = output.substring(0, output.lastIndexOf('\n'))
                    .lines()
                    .map(line -> JsonMapper.shared().readTree(line))
                    .toList();
            JsonNode reviewed = lines.stream()
                    .filter(line -> line.path("message").asString().startsWith("Merge request 1 of project"))
                    .findFirst()
                    .orElseThrow();
            assertThat(reviewed.path("delivery").asString()).isEqualTo(key);
            assertThat(reviewed.path("project").asString()).isEqualTo(Long.toString(project.id()));
            assertThat(reviewed.path("merge_request").asString()).isEqualTo("1");
            assertThat(reviewed.path("review").asString()).isEqualTo("1");
            assertThat(lines.getFirst().has("delivery")).isFalse();
        }
    }

    private static Map<String, String> json(StandInGitLab gitlab) {
        var environment = new HashMap<>(PackedService.reviewing(gitlab));
        environment.put("KANILINT_LOG_FORMAT", "json");
        return environment;
    }
}
