package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.demo.Seed;
import io.kanilint.standin.MergeRequest;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Only those who know a configured token get in, and what they send as a token is written nowhere. */
@ExtendWith(OutputCaptureExtension.class)
class HookTokenTest {
    private final MergeRequest mergeRequest = SharedService.adding(Seed.CI_FILE);

    @Test
    void eachOfTwoTokensIsAcceptedAndNothingElse(CapturedOutput output) throws Exception {
        try (var service = start("token-until-june, token-from-july", "trace")) {
            assertThat(send(service, "token-until-june")).isEqualTo(202);
            assertThat(send(service, "token-from-july")).isEqualTo(202);
            assertThat(service.deliveries()).isEqualTo(2);
            service.settle(mergeRequest);
            for (String wrong : List.of(
                    "wrong-secret-12345",
                    "token-until-june, token-from-july",
                    "token-until-jun",
                    "TOKEN-UNTIL-JUNE",
                    "token-until-june\t.",
                    "")) {
                assertThat(send(service, wrong)).isEqualTo(401);
            }
            var refusal = service.post(
                    BodyPublishers.ofString("not even JSON, wrong-secret-12345"),
                    "X-Gitlab-Token",
                    "wrong-secret-12345");
            assertThat(refusal.statusCode()).isEqualTo(401);
            assertThat(refusal.body()).contains("X-Gitlab-Token").doesNotContain("12345");
            assertThat(service.post(BodyPublishers.ofString(mergeRequest.hookBody("open")))
                            .statusCode())
                    .isEqualTo(401);
            assertThat(send(service, "token-until-june", "{")).isEqualTo(400);
            assertThat(service.deliveries()).isEqualTo(2);
        }
        assertThat(output)
                .contains("Merge request")
                .doesNotContain("wrong-secret", "token-until-jun", "TOKEN-UNTIL", "token-from-july");
    }

    @Test
    void withoutATokenNothingIsAcceptedAndTheStartSaysHowToSetOne(CapturedOutput output) throws Exception {
        try (var service = start(" , ", "warn")) {
            assertThat(output).contains("No webhook token is set", "KANILINT_WEBHOOK_TOKENS");
            assertThat(send(service, "")).isEqualTo(401);
            assertThat(send(service, ",")).isEqualTo(401);
            assertThat(service.post(BodyPublishers.ofString("{}")).statusCode()).isEqualTo(401);
            assertThat(service.deliveries()).isZero();
        }
    }

    @Test
    void tokensMayComeFromAFile(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("tokens"), "first-token\r\nsecond-token\n");
        try (var service = RunningService.start(
                SharedService.gitlab(),
                Map.of("kanilint.webhook.tokens-file", file.toString(), "logging.level.io.kanilint", "error"))) {
            assertThat(send(service, "first-token", "{}")).isEqualTo(202);
            assertThat(send(service, "second-token", "{\"object_kind\": \"push\"}"))
                    .isEqualTo(202);
            assertThat(send(service, RunningService.WEBHOOK_TOKEN)).isEqualTo(401);
        }
    }

    private static RunningService start(String tokens, String level) {
        return RunningService.start(
                SharedService.gitlab(), Map.of("kanilint.webhook.tokens", tokens, "logging.level.io.kanilint", level));
    }

    private int send(RunningService service, String token) throws IOException, InterruptedException {
        return send(service, token, mergeRequest.hookBody("open"));
    }

    private static int send(RunningService service, String token, String body)
            throws IOException, InterruptedException {
        return service.post(
                        BodyPublishers.ofString(body),
                        "X-Gitlab-Token",
                        token,
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .statusCode();
    }
}
