package io.kanilint.standin;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the stand-in over HTTP as a program without any library would. */
record Client(StandInGitLab gitlab) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    record Reply(int status, String body, HttpResponse<String> wire) {

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        String message() {
            return json().path("message").asString();
        }

        String error() {
            return json().path("error").asString();
        }

        String header(String name) {
            return wire.headers().firstValue(name).orElse("");
        }
    }

    Reply get(String path) throws IOException {
        return send("GET", path, null, "");
    }

    Reply send(String method, String path, Map<String, ?> form) throws IOException {
        var pairs = new StringJoiner("&");
        form.forEach((name, value) -> pairs.add(encode(name) + "=" + encode(value.toString())));
        return send(method, path, "application/x-www-form-urlencoded", pairs.toString());
    }

    Reply sendJson(String method, String path, String json) throws IOException {
        return send(method, path, "application/json", json);
    }

    private Reply send(String method, String path, @Nullable String type, String body) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(gitlab.url() + "/api/v4" + path))
                .header("PRIVATE-TOKEN", gitlab.token())
                .method(method, type == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        return send(request.build());
    }

    Reply send(HttpRequest request) throws IOException {
        try {
            var response = HTTP.send(request, BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body(), response);
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
