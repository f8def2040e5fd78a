package io.kanilint.gitlab;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
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
    private static final int LARGEST = 8 << 20;
    private static final String TYPE = "Content-Type";
    private static final Map<String, String> FORM = Map.of(TYPE, "application/x-www-form-urlencoded; charset=utf-8");

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
        return send(method, path, FORM, written(form));
    }

    private static byte[] written(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** As {@link #send(String, String, Map)}, for what a form cannot say: lists of things. */
    JsonNode sendJson(String method, String path, Map<String, Object> content) throws IOException {
        return send(method, path, Map.of(TYPE, "application/json"), Paging.JSON.writeValueAsBytes(content));
    }

    /** What is below {@code /api/v4}. */
    JsonNode get(String path) throws IOException {
        return http.get(path, LARGEST, (_, body) -> Paging.JSON.readTree(body));
    }

    /** The text of one field of an object; null if there is none. The rest may be as large as it likes. */
    @Nullable
    String text(String path, String field) throws IOException {
        return http.get(path, Integer.MAX_VALUE, (_, body) -> {
            try (JsonParser parser = Paging.JSON.createParser(body.passing())) {
                if (parser.nextToken() != JsonToken.START_OBJECT) {
                    throw new UnexpectedAnswer("an object");
                }
                for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                    parser.nextToken();
                    if (name.equals(field)) {
                        return parser.getValueAsString();
                    }
                    parser.skipChildren();
                }
                return null;
            }
        });
    }

    /** Sends, and does not look at what a success says. */
    Object tell(String method, String path, Map<String, String> form) throws IOException {
        return http.send(method, at(path), FORM, written(form), Integer.MAX_VALUE, (_, body) -> body.passing());
    }

    private URI at(String path) {
        return URI.create(http.base() + "/api/v4" + path);
    }

    private JsonNode send(String method, String path, Map<String, String> headers, byte[] body) throws IOException {
        return http.send(method, at(path), headers, body, LARGEST, (_, answer) -> {
            byte[] bytes = answer.readAllBytes();
            return Paging.JSON.readTree(bytes.length == 0 ? new byte[] {'n', 'u', 'l', 'l'} : bytes);
        });
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
