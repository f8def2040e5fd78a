package io.kanilint.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.RunningService;
import io.kanilint.access.Account;
import io.kanilint.access.ApiTokens;
import io.kanilint.access.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that uses the REST API with a token; each answer has to be as the description says. */
final class Program {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicLong USERS = new AtomicLong(500_000);
    private static final Pattern NEXT = Pattern.compile("<http[^>]*(/api/v1/[^>]*)>; rel=\"next\"");

    private final RunningService service;
    private final String token;

    private Program(RunningService service, String token) {
        this.service = service;
        this.token = token;
    }

    static Program administrator(RunningService service, boolean write) {
        service.database()
                .sql("DELETE FROM gitlab_account WHERE user_id = 499999")
                .update();
        return of(service, new Account(499_999, "ada", Role.ADMINISTRATOR), write);
    }

    static Program viewer(RunningService service, long... projects) {
        long user = USERS.incrementAndGet();
        for (long project : projects) {
            service.database()
                    .sql("INSERT INTO visible_project (user_id, project_id) VALUES (?, ?)")
                    .params(user, project)
                    .update();
        }
        return of(service, new Account(user, "viewer-" + user, Role.VIEWER), false);
    }

    private static Program of(RunningService service, Account account, boolean write) {
        service.database()
                .sql("INSERT INTO gitlab_account (user_id, name, role, checked_at) VALUES (?, ?, ?, ?)")
                .params(account.id(), account.name(), account.role().word(), OffsetDateTime.now())
                .update();
        return new Program(service, service.bean(ApiTokens.class).make(account, "test", write, 1, ""));
    }

    Program with(String otherToken) {
        return new Program(service, otherToken);
    }

    String token() {
        return token;
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    HttpResponse<String> post(String path, String body) {
        return send("POST", path, body, "Content-Type", "application/json");
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + service.port() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What a path answers, which has to be what is described. */
    JsonNode json(String path) {
        return ok(get(path), "get", path);
    }

    JsonNode posted(String path, String body) {
        return ok(post(path, body), "post", path);
    }

    private JsonNode ok(HttpResponse<String> answer, String method, String path) {
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isBetween(200, 299);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        ApiDescription.of(service, this).check(method, path, answer.statusCode(), answer.body());
        return JSON.readTree(answer.body());
    }

    /** Asks for what is to be refused, with a problem. */
    JsonNode problem(String path, int status) {
        return problem(get(path), status);
    }

    static JsonNode problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asString()).isNotEmpty();
        assertThat(problem.path("detail").asString()).isNotEmpty();
        assertThat(answer.body()).doesNotContain("Exception", "io.kanilint", "\tat ");
        return problem;
    }

    /** All ids of a list, from page to page by the header and by the cursor alike. */
    List<Long> all(String path) {
        var ids = new ArrayList<Long>();
        String at = path;
        while (true) {
            var answer = get(at);
            JsonNode page = ok(answer, "get", at);
            page.path("items").forEach(item -> ids.add(item.path("id").asLong()));
            var next = answer.headers().firstValue("Link").map(NEXT::matcher);
            assertThat(next.isPresent()).isEqualTo(page.has("next"));
            if (next.isEmpty()) {
                return ids;
            }
            assertThat(next.get().matches()).as(answer.headers().toString()).isTrue();
            at = next.get().group(1);
            assertThat(at).contains("cursor=" + page.path("next").asString());
        }
    }
}
