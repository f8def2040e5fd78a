package io.kanilint.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HookTest {

    private record Delivery(Map<String, String> headers, String body) {}

    private final Scenario scenario = new Scenario();
    private final List<Delivery> received = new CopyOnWriteArrayList<>();
    private HttpServer receiver;
    private URI uri;

    @BeforeEach
    void listen() throws Exception {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
            received.add(new Delivery(
                    headers, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        });
        receiver.start();
        uri = URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook");
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
        scenario.close();
    }

    private JsonNode hook(String action) {
        return JsonMapper.shared().readTree(scenario.mr.hookBody(action));
    }

    @Test
    void aHookCarriesGitLabsHeaders() {
        assertThat(scenario.gitlab.sendHook(uri, "secret", scenario.mr, "open")).isEqualTo(202);
        var headers = received.getFirst().headers();
        assertThat(headers)
                .containsEntry("X-Gitlab-Event", "Merge Request Hook")
                .containsEntry("X-Gitlab-Token", "secret")
                .containsEntry("X-Gitlab-Instance", scenario.gitlab.url())
                .containsKeys("Idempotency-Key", "X-Gitlab-Event-UUID", "X-Gitlab-Webhook-UUID");
        assertThat(headers).doesNotContainKey("webhook-signature");
    }

    @Test
    void aSignedHookCarriesItsSignatureAndNoToken() {
        String key = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);
        scenario.gitlab.webhook(uri).withSigningKey(key).send("Merge Request Hook", "{}", "the-key");
        assertThat(received.getFirst().headers())
                .containsEntry("webhook-id", "the-key")
                .containsEntry("Idempotency-Key", "the-key")
                .doesNotContainKey("X-Gitlab-Token")
                .hasEntrySatisfying(
                        "webhook-signature", value -> assertThat(value).startsWith("v1,"));
    }

    @Test
    void anOpenHookTellsTheMergeRequest() {
        var hook = hook("open");
        assertThat(hook.path("object_kind").asString()).isEqualTo("merge_request");
        assertThat(hook.at("/project/path_with_namespace").asString()).isEqualTo("shop/images");
        assertThat(hook.at("/object_attributes/iid").asInt()).isEqualTo(1);
        assertThat(hook.at("/object_attributes/last_commit/id").asString()).isEqualTo(scenario.mr.headSha());
        assertThat(hook.at("/object_attributes/url").asString()).isEqualTo(scenario.mr.webUrl());
        assertThat(hook.at("/object_attributes").has("oldrev")).isFalse();
    }

    @Test
    void onlyAPushHasAnOldRevision() {
        String before = scenario.mr.headSha();
        scenario.mr.push(Map.of("README.md", "# More\n"));
        assertThat(hook("update").at("/object_attributes/oldrev").asString()).isEqualTo(before);
        scenario.mr.label("later");
        assertThat(hook("update").at("/object_attributes").has("oldrev")).isFalse();
        assertThat(hook("update").path("changes").has("labels")).isTrue();
    }

    @Test
    void draftsAndTargetsChangeWithoutAPush() {
        scenario.mr.retitle("Draft: " + scenario.mr.title());
        assertThat(hook("update").at("/changes/draft/current").asBoolean()).isTrue();
        assertThat(hook("update").at("/object_attributes/draft").asBoolean()).isTrue();
        scenario.mr.retitle(scenario.mr.title().replaceFirst("^Draft: ", ""));
        assertThat(hook("update").at("/changes/draft/current").asBoolean()).isFalse();
        scenario.project.commit("stable", Map.of("README.md", "# Stable\n"));
        scenario.mr.retarget("stable");
        assertThat(hook("update").at("/changes/target_branch/current").asString())
                .isEqualTo("stable");
    }

    @Test
    void aCommentHasAHookOfItsOwn() {
        var note = scenario.mr.comment(scenario.gitlab.user("author"), "@kanilint-bot recheck");
        scenario.gitlab.sendNoteHook(uri, "secret", scenario.mr, note);
        assertThat(received.getFirst().headers()).containsEntry("X-Gitlab-Event", "Note Hook");
        var hook = JsonMapper.shared().readTree(received.getFirst().body());
        assertThat(hook.at("/object_attributes/note").asString()).isEqualTo("@kanilint-bot recheck");
        assertThat(hook.at("/object_attributes/noteable_type").asString()).isEqualTo("MergeRequest");
        assertThat(hook.at("/merge_request/iid").asInt()).isEqualTo(1);
    }

    @Test
    void anUnpreparedMergeRequestIsSaidToBeSo() {
        var mr = scenario.project
                .mergeRequest("Early")
                .from("early")
                .changing("README.md", "x")
                .preparedAfter(2)
                .open();
        var hook = JsonMapper.shared().readTree(mr.hookBody("open"));
        assertThat(hook.at("/object_attributes/prepared_at").isNull()).isTrue();
    }
}
