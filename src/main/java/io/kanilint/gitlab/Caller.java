package io.kanilint.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.gitlab4j.api.GitLabApiException;
import org.jspecify.annotations.Nullable;

/** Makes calls, counts them, and turns whatever they throw into one of the two failures. */
record Caller(GitLabHttp http, Runnable onCall) {
    private static final int LARGEST = 32 << 20;

    interface Call<T extends @Nullable Object> {
        T run() throws GitLabApiException, IOException;
    }

    /**
     * One request.
     *
     * @param what as an infinitive: "read project 3"
     */
    <T extends @Nullable Object> T once(String what, Call<T> request) {
        return call(what, () -> {
            onCall.run();
            return request.run();
        });
    }

    /** One request that makes something: after a lost answer its result has to be given time to appear. */
    <T extends @Nullable Object> T creating(String what, Call<T> request) {
        onCall.run();
        try {
            return request.run();
        } catch (GitLabApiException | IOException | ProcessingException | UnexpectedAnswer e) {
            throw FailureReader.readCreating(what, e);
        }
    }

    /** Any number of requests, each of which counts itself. */
    static <T extends @Nullable Object> T call(String what, Call<T> call) {
        try {
            return call.run();
        } catch (GitLabApiException | IOException | ProcessingException | UnexpectedAnswer e) {
            throw FailureReader.read(what, e);
        }
    }

    /** Sends a form to what is below {@code /api/v4}; a missing node where the answer is empty. */
    JsonNode send(String method, String path, Map<String, String> form) throws IOException {
        byte[] body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
        return send(method, path, "application/x-www-form-urlencoded; charset=utf-8", body);
    }

    /** As {@link #send(String, String, Map)}, for what a form cannot say: lists of things. */
    JsonNode sendJson(String method, String path, Map<String, Object> content) throws IOException {
        return send(method, path, "application/json", Paging.JSON.writeValueAsBytes(content));
    }

    /** What is below {@code /api/v4}. */
    JsonNode get(String path) throws IOException {
        return Paging.JSON.readTree(http.get(path, LARGEST).body());
    }

    private JsonNode send(String method, String path, String type, byte[] body) throws IOException {
        byte[] answer = http.send(
                        method, URI.create(http.base() + "/api/v4" + path), Map.of("Content-Type", type), body, LARGEST)
                .body();
        return Paging.JSON.readTree(answer.length == 0 ? new byte[] {'n', 'u', 'l', 'l'} : answer);
    }

    static String encode(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String mergeRequest(long projectId, long iid) {
        return " merge request " + iid + " of project " + projectId;
    }

    static String path(long projectId, long iid) {
        return "/projects/" + projectId + "/merge_requests/" + iid;
    }
}
