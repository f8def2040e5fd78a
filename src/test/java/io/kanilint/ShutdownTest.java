package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kanilint.demo.Seed;
import io.kanilint.standin.MergeRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A service that is told to stop says that it is not ready, takes what still comes, and leaves it to the next. */
class ShutdownTest {

    @ParameterizedTest
    @EnumSource
    void whatComesWhileItStopsIsKept(Database database) throws Exception {
        MergeRequest mergeRequest = SharedService.adding(Seed.CI_FILE);
        var settings = new HashMap<>(database.settings());
        settings.put("kanilint.drain", "3s");
        settings.put("logging.level.io.kanilint", "error");
        // Nothing is worked off before the end.
        settings.put("db-scheduler.polling-interval", "1h");
        settings.put("db-scheduler.immediate-execution-enabled", "false");
        settings.put("db-scheduler.delay-startup-until-context-ready", "true");
        var service = RunningService.start(SharedService.gitlab(), settings);
        URI readiness = service.hookUri().resolve("/actuator/health/readiness");
        assertThat(status(readiness)).isEqualTo(200);
        Thread stopping = Thread.ofPlatform().start(service::close);
        await().atMost(Duration.ofSeconds(2)).until(() -> status(readiness) == 503);
        assertThat(service.hook(mergeRequest, "open")).isEqualTo(202);
        stopping.join();
        settings.put("kanilint.drain", "0s");
        settings.remove("db-scheduler.polling-interval");
        try (var next = RunningService.start(SharedService.gitlab(), Map.copyOf(settings))) {
            next.settle(mergeRequest);
            assertThat(next.outcomes(mergeRequest)).containsExactly("reviewed");
            assertThat(mergeRequest.threads()).hasSize(1);
        }
    }

    private static int status(URI uri) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
