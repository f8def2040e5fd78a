package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.demo.Seed;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * Whatever a body says, it is accepted or refused in order, on both databases: no answer of 500 or above, no stack trace.
 * The bodies are mutations of those under {@code hooks} in the test resources. For longer runs see
 * {@code bench/hook-fuzz.sh}.
 */
@ExtendWith(OutputCaptureExtension.class)
class HookFuzzTest {
    private static final int FEW = 400;
    private static final Duration TIME = Duration.ofSeconds(Long.getLong("kanilint.fuzz.seconds", 0));

    @Test
    void noBodyIsAFault(CapturedOutput output) throws Exception {
        var bodies = bodies();
        long seed = TIME.isZero() ? 20_260_302 : System.nanoTime();
        var random = new Random(seed);
        var mutation = new HookMutation(random);
        Instant end = Instant.now().plus(TIME);
        var services = List.of(start(Database.H2), start(Database.POSTGRESQL));
        int count = 0;
        try {
            for (; count < FEW || Instant.now().isBefore(end); count++) {
                byte[] body = mutation.of(bodies.get(random.nextInt(bodies.size())));
                var answer = services.get(count % 2)
                        .post(
                                BodyPublishers.ofByteArray(body),
                                "X-Gitlab-Token",
                                RunningService.WEBHOOK_TOKEN,
                                "Idempotency-Key",
                                UUID.randomUUID().toString());
                assertThat(answer.statusCode())
                        .as(() -> "seed %d: %s".formatted(seed, new String(body, StandardCharsets.UTF_8)))
                        .isIn(202, 400);
                assertThat(answer.body()).doesNotContain("Exception", "\tat ");
            }
            assertThat(verdicts(services.getFirst()))
                    .contains("ignored")
                    .isSubsetOf("queued", "ignored", "refused", "duplicate", "superseded");
        } finally {
            services.forEach(RunningService::close);
        }
        assertThat(output.getAll()).doesNotContain("\tat ", "ERROR");
        IO.println(count + " bodies");
    }

    /** Reviews are refused at once, without a token. */
    private static RunningService start(Database database) {
        var settings = new HashMap<>(database.settings());
        settings.putAll(Map.of("kanilint.gitlab.token", "", "logging.level.io.kanilint", "error"));
        return RunningService.start(SharedService.gitlab(), settings);
    }

    private static Set<String> verdicts(RunningService service) {
        return Set.copyOf(service.database()
                .sql("SELECT DISTINCT verdict FROM delivery")
                .query(String.class)
                .list());
    }

    private static List<String> bodies() throws IOException {
        var bodies = new ArrayList<String>();
        try (var files = Files.newDirectoryStream(Path.of("src/test/resources/hooks"))) {
            for (Path file : files) {
                bodies.add(Files.readString(file));
            }
        }
        bodies.sort(null);
        var mergeRequest = SharedService.adding(Seed.CI_FILE);
        for (String action : List.of("open", "update", "close")) {
            bodies.add(mergeRequest.hookBody(action));
        }
        return bodies;
    }
}
