package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes with a good token gets a clear answer. */
class HookBodyTest {
    private static final int LIMIT = 25 * 1024 * 1024;

    private final RunningService service = SharedService.service();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "true",
                "17",
                "\"text\"",
                "[]",
                "[{}]",
                "{",
                "{} {}",
                "{\"a\":}",
                "<xml/>",
                "a=b"
            })
    void whatIsNoJsonObjectIsRefused(String body) throws Exception {
        int before = service.deliveries();
        assertThat(post(BodyPublishers.ofString(body)).statusCode()).isEqualTo(400);
        assertThat(service.deliveries()).isEqualTo(before);
    }

    @Test
    void nestingWithoutEndIsRefused() throws Exception {
        for (int depth : new int[] {2_000, 1_000_000}) {
            String body = "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
            assertThat(post(BodyPublishers.ofString(body)).statusCode()).isEqualTo(400);
        }
        assertThat(post(BodyPublishers.ofString("[".repeat(1_000_000))).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aBodyAtTheLimitIsRead() throws Exception {
        assertThat(post(BodyPublishers.ofByteArray(large(LIMIT))).statusCode()).isEqualTo(202);
    }

    @Test
    void aLargerOneIsRefusedByItsLengthAlone() throws Exception {
        assertThat(post(BodyPublishers.ofByteArray(large(LIMIT + 1))).statusCode())
                .isEqualTo(413);
    }

    @Test
    void aLargerOneWithoutALengthIsRefusedToo() throws Exception {
        byte[] body = large(LIMIT + 1);
        assertThat(post(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                        .statusCode())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"object_kind\": 7}",
                "{\"object_kind\": \"push\"}",
                "{\"event_name\": \"project_create\"}",
                "{\"object_kind\": \"merge_request\"}",
                "{\"object_kind\": \"merge_request\", \"object_attributes\": []}",
                "{\"object_kind\": \"merge_request\", \"object_attributes\": {\"action\": \"open\", \"iid\": \"x\"}}",
                "{\"object_kind\": \"merge_request\", \"object_attributes\": {\"action\": \"open\", \"iid\": 1e400}}",
                "{\"object_kind\": \"merge_request\", \"project\": {\"id\": -1}, \"object_attributes\": {\"iid\": 99999999999999999999, \"action\": \"open\"}}",
                "{\"object_kind\": \"merge_request\", \"project\": {\"id\": 1}, \"object_attributes\": {\"iid\": 1, \"action\": \"dance\"}}",
            })
    void whatIsOfNoInterestIsAcceptedAndRecordedAsIgnored(String body) throws Exception {
        for (Database database : Database.values()) {
            String key = UUID.randomUUID().toString();
            assertThat(post(SharedService.on(database), key, BodyPublishers.ofString(body))
                            .statusCode())
                    .isEqualTo(202);
            assertThat(verdict(SharedService.on(database), key)).isEqualTo("ignored");
        }
    }

    @ParameterizedTest
    @EnumSource
    void namesThatNoDatabaseTakesAreNoFault(Database database) throws Exception {
        var reviewer = SharedService.on(database);
        // A file may be called so, and then GitLab is asked for a project that there is not.
        List<String> names = List.of("😀".repeat(60), "')); DROP TABLE review");
        List<String> others = List.of("a\\u0000b", "\\ud83d", "x".repeat(5_000));
        for (String odd : Stream.concat(names.stream(), others.stream()).toList()) {
            for (String body : List.of(
                    "{\"object_kind\": \"%s\"}",
                    "{\"object_kind\": \"merge_request\", \"object_attributes\": {\"action\": \"%s\"}}", """
                    {"object_kind": "merge_request", "project": {"id": 999999, "ci_config_path": "%s"},
                     "object_attributes": {"iid": 1, "action": "open"}}""")) {
                String key = UUID.randomUUID().toString();
                assertThat(post(reviewer, key, BodyPublishers.ofString(body.formatted(odd)))
                                .statusCode())
                        .as(body.formatted(odd))
                        .isEqualTo(202);
                String end = body.contains("ci_config_path") && names.contains(odd) ? "refused" : "ignored";
                await().untilAsserted(() -> assertThat(verdict(reviewer, key)).isEqualTo(end));
            }
        }
    }

    @Test
    void oddKeysAreNoFault() throws Exception {
        for (String key :
                List.of("", " ", "x".repeat(200), "x".repeat(201), "x".repeat(4_000), "\u00e4\u00f6", "a\tb")) {
            int before = service.deliveries();
            var body = BodyPublishers.ofString("{\"object_kind\": \"%s\"}".formatted(UUID.randomUUID()));
            assertThat(post(service, key, body).statusCode()).isEqualTo(202);
            assertThat(service.deliveries()).isEqualTo(before + 1);
        }
    }

    @Test
    void withoutAKeyTheSameBodyIsTheSameDelivery() throws Exception {
        int before = service.deliveries();
        for (String kind : List.of("one", "one", "two")) {
            var body = BodyPublishers.ofString("{\"object_kind\": \"%s\"}".formatted(kind));
            assertThat(post(body).statusCode()).isEqualTo(202);
        }
        assertThat(service.deliveries()).isEqualTo(before + 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "multipart/form-data", "nonsense"})
    void theContentTypeDoesNotMatter(String type) throws Exception {
        var answer = service.post(
                BodyPublishers.ofString("{\"object_kind\": \"push\"}"),
                "X-Gitlab-Token",
                RunningService.WEBHOOK_TOKEN,
                "Content-Type",
                type);
        assertThat(answer.statusCode()).isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "PATCH"})
    void onlyPostIsAllowed(String method) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(service.hookUri())
                    .method(method, BodyPublishers.noBody())
                    .build();
            assertThat(client.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(405);
        }
    }

    @Test
    void anotherPathIsNotFound() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(service.hookUri() + "/more"))
                    .POST(BodyPublishers.ofString("{}"))
                    .build();
            assertThat(client.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(404);
        }
    }

    private HttpResponse<String> post(BodyPublisher body) throws Exception {
        return service.post(body, "X-Gitlab-Token", RunningService.WEBHOOK_TOKEN);
    }

    private static HttpResponse<String> post(RunningService service, String key, BodyPublisher body) throws Exception {
        return service.post(body, "X-Gitlab-Token", RunningService.WEBHOOK_TOKEN, "Idempotency-Key", key);
    }

    private static String verdict(RunningService service, String key) {
        return service.database()
                .sql("SELECT verdict FROM delivery WHERE idempotency_key = ?")
                .param(key)
                .query(String.class)
                .single();
    }

    /** A JSON object of so many bytes. */
    private static byte[] large(int size) {
        byte[] body = new byte[size];
        Arrays.fill(body, (byte) ' ');
        byte[] start = "{\"object_kind\": \"large\"".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(start, 0, body, 0, start.length);
        body[size - 1] = '}';
        return body;
    }
}
