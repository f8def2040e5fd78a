package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.demo.Seed;
import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.Webhook;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A signed request is judged by its signature, and by nothing else. */
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignedHookTest {
    private static final String FIRST = key('a');
    private static final String SECOND = key('b');
    private static final String STRANGE = key('c');

    private final MergeRequest mergeRequest = SharedService.adding(Seed.CI_FILE);
    private final String body = "{\"object_kind\": \"nothing\", \"text\": \"Grüße\"}";
    private RunningService service;

    private RunningService service() {
        if (service == null) {
            service = RunningService.start(
                    SharedService.gitlab(),
                    Map.of(
                            "kanilint.webhook.signing-keys",
                            FIRST + "," + SECOND,
                            "logging.level.io.kanilint",
                            "trace"));
        }
        return service;
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void eitherOfTwoKeysIsAccepted() {
        for (String key : List.of(FIRST, SECOND)) {
            var webhook = SharedService.gitlab().webhook(service().hookUri()).withSigningKey(key);
            assertThat(webhook.send("Merge Request Hook", mergeRequest.hookBody("open")))
                    .isEqualTo(202);
        }
        service().settle(mergeRequest);
        assertThat(mergeRequest.threads()).hasSize(1);
    }

    @Test
    void oneFittingSignatureAmongSeveralIsEnough() throws Exception {
        String now = now();
        String fitting = sign(SECOND, "one", now, body);
        assertThat(post("one", now, sign(STRANGE, "one", now, body) + " v2,abc " + fitting)
                        .statusCode())
                .isEqualTo(202);
        assertThat(post("two", now, fitting).statusCode()).as("another id").isEqualTo(401);
        String later = Long.toString(Long.parseLong(now) + 1);
        assertThat(post("one", later, fitting).statusCode()).as("another time").isEqualTo(401);
        assertThat(post("one", now, fitting.replace("v1,", "v1a,")).statusCode())
                .isEqualTo(401);
        assertThat(post("one", now, fitting.substring(3)).statusCode()).isEqualTo(401);
    }

    @Test
    void aSignatureThatDoesNotFitIsNotSavedByTheToken() throws Exception {
        int before = service().deliveries();
        String now = now();
        for (String signature : List.of(sign(STRANGE, "x", now, body), "v1,", "v1,%%%", "", "nonsense")) {
            var answer = post("x", now, signature, "X-Gitlab-Token", RunningService.WEBHOOK_TOKEN);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).isEqualTo("The webhook-signature does not fit.\n");
        }
        assertThat(service().deliveries()).isEqualTo(before);
        assertThat(service()
                        .post(BodyPublishers.ofString(body), "X-Gitlab-Token", RunningService.WEBHOOK_TOKEN)
                        .statusCode())
                .as("unsigned")
                .isEqualTo(202);
    }

    @Test
    void fiveMinutesAreTheLimitIntoBothDirections() throws Exception {
        Instant now = Instant.now();
        for (Duration fine : List.of(Duration.ofMinutes(-4), Duration.ofMinutes(4))) {
            String time = Long.toString(now.plus(fine).getEpochSecond());
            assertThat(post("fine", time, sign(FIRST, "fine", time, body)).statusCode())
                    .isEqualTo(202);
        }
        for (Duration off : List.of(Duration.ofSeconds(-303), Duration.ofSeconds(310), Duration.ofDays(9000))) {
            String time = Long.toString(now.plus(off).getEpochSecond());
            assertThat(post("off", time, sign(FIRST, "off", time, body)).body()).contains("five minutes off");
        }
        for (String odd : List.of("", "x", "-1", "1e9", "99999999999999999999", "17 ")) {
            assertThat(post("odd", odd, sign(FIRST, "odd", odd, body)).statusCode())
                    .isEqualTo(401);
        }
        assertThat(post("", now(), sign(FIRST, "", now(), body)).statusCode()).isEqualTo(401);
    }

    @Test
    void theSignedIdMakesTheDelivery() throws Exception {
        int before = service().deliveries();
        String now = now();
        for (String unsigned : List.of("k1", "k2")) {
            assertThat(post("the-id", now, sign(FIRST, "the-id", now, body), "Idempotency-Key", unsigned)
                            .statusCode())
                    .isEqualTo(202);
        }
        assertThat(service().deliveries()).as("a replay under another key").isEqualTo(before + 1);
    }

    @Test
    void withoutAKeyASignedHookIsRefusedAndToldWhy() throws Exception {
        String now = now();
        var answer = SharedService.service()
                .post(
                        BodyPublishers.ofString(body),
                        "X-Gitlab-Token",
                        RunningService.WEBHOOK_TOKEN,
                        "webhook-id",
                        "x",
                        "webhook-timestamp",
                        now,
                        "webhook-signature",
                        sign(FIRST, "x", now, body));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("KANILINT_WEBHOOK_SIGNING_KEYS");
    }

    @Test
    void keysMayComeFromAFileAndAreEnough(@TempDir Path folder, CapturedOutput output) throws Exception {
        Path file = Files.writeString(folder.resolve("keys"), FIRST + "\r\n" + SECOND + "\n");
        try (var other = RunningService.start(
                SharedService.gitlab(),
                Map.of(
                        "kanilint.webhook.signing-keys-file",
                        file.toString(),
                        "kanilint.webhook.tokens",
                        "",
                        "logging.level.io.kanilint",
                        "warn"))) {
            assertThat(output).doesNotContain("every webhook will be refused");
            Webhook webhook = SharedService.gitlab().webhook(other.hookUri());
            assertThat(webhook.withSigningKey(SECOND).send("Push Hook", body)).isEqualTo(202);
            assertThat(webhook.withToken("").send("Push Hook", body)).isEqualTo(401);
        }
    }

    @Test
    void noKeyAndNoSignatureIsWrittenAnywhere(CapturedOutput output) throws Exception {
        String now = now();
        String wrong = sign(STRANGE, "grep", now, body);
        String right = sign(FIRST, "grep", now, body);
        assertThat(post("grep", now, wrong).body()).doesNotContain(wrong.substring(3), FIRST.substring(6, 20));
        assertThat(post("grep", now, right).statusCode()).isEqualTo(202);
        try (var again = RunningService.start(
                SharedService.gitlab(),
                Map.of("kanilint.webhook.signing-keys", FIRST, "logging.level.io.kanilint", "trace"))) {
            assertThat(again.deliveries()).isZero();
        }
        var kept = Tables.of(service().database()).values();
        for (String secret : List.of(FIRST, SECOND, wrong.substring(3), right.substring(3))) {
            String part = secret.substring(6, 24);
            assertThat(output).doesNotContain(part);
            assertThat(kept).isNotEmpty().noneMatch(row -> row.contains(part));
        }
    }

    private HttpResponse<String> post(String id, String time, String signature, String... more) throws Exception {
        var headers =
                new ArrayList<>(List.of("webhook-id", id, "webhook-timestamp", time, "webhook-signature", signature));
        headers.addAll(List.of(more));
        return service().post(BodyPublishers.ofString(body), headers.toArray(String[]::new));
    }

    private static String sign(String key, String id, String time, String body) {
        return "v1," + Webhook.signature(key, id + "." + time + "." + body);
    }

    private static String now() {
        return Long.toString(Instant.now().getEpochSecond());
    }

    private static String key(char letter) {
        byte[] bytes = (letter + UUID.randomUUID().toString()).substring(0, 32).getBytes();
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }
}
