package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.standin.StandInGitLab;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Webhooks nearly as large as GitLab sends them, several at once, in a heap of the size that the Helm chart names. */
class LargeHooksIT {
    private static final int SIZE = 24 * 1024 * 1024;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void severalAtOnceDoNotEndTheService(@TempDir Path folder) throws Exception {
        String body = "{\"object_kind\": \"push\", \"project\": {\"id\": 7}, \"commits\": [%s]}"
                .formatted("{\"message\": \"%s\"}".formatted("x".repeat(SIZE)));
        try (var gitlab = StandInGitLab.start();
                var service = PackedService.start(folder, "128m", PackedService.reviewing(gitlab))) {
            URI hooks = service.hookUri();
            List<CompletableFuture<HttpResponse<String>>> answers =
                    Stream.generate(() -> send(hooks, body)).limit(4).toList();
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.join().statusCode()).isIn(202, 503))
                    .anySatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(202));
            assertThat(send(hooks, "{\"object_kind\": \"push\"}").join().statusCode())
                    .isEqualTo(202);
            assertThat(service.output()).doesNotContain("OutOfMemoryError");
        }
    }

    private CompletableFuture<HttpResponse<String>> send(URI hooks, String body) {
        return client.sendAsync(
                HttpRequest.newBuilder(hooks)
                        .timeout(Duration.ofSeconds(60))
                        .header("X-Gitlab-Token", RunningService.WEBHOOK_TOKEN)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
