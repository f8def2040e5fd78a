package io.kanilint.dashboard;

import static java.util.stream.Collectors.joining;

import io.kanilint.RunningService;
import io.kanilint.access.Account;
import io.kanilint.access.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** Somebody who is signed in, and asks for pages without a browser. */
public final class Visitor {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final AtomicLong USERS = new AtomicLong(1000);

    private final HttpClient client = HttpClient.newHttpClient();
    private final RunningService service;
    private final String cookie;

    private Visitor(RunningService service, String cookie) {
        this.service = service;
        this.cookie = cookie;
    }

    public static Visitor administrator(RunningService service) {
        return of(service, new Account(Account.LOCAL, "admin", Role.ADMINISTRATOR));
    }

    /** A viewer to whom GitLab shows these projects. */
    public static Visitor viewer(RunningService service, long... projects) {
        long user = USERS.incrementAndGet();
        for (long project : projects) {
            service.database()
                    .sql("INSERT INTO visible_project (user_id, project_id) VALUES (?, ?)")
                    .params(user, project)
                    .update();
        }
        return of(service, new Account(user, "viewer-" + user, Role.VIEWER));
    }

    /** Somebody who signed in a moment ago. */
    public static Visitor of(RunningService service, Account account) {
        if (account.id() != Account.LOCAL) {
            service.database()
                    .sql("DELETE FROM gitlab_account WHERE user_id = ?")
                    .param(account.id())
                    .update();
            service.database()
                    .sql("INSERT INTO gitlab_account (user_id, name, role, checked_at) VALUES (?, ?, ?, ?)")
                    .params(account.id(), account.name(), account.role().word(), OffsetDateTime.now(ZoneOffset.UTC))
                    .update();
        }
        SessionRepository<?> sessions = service.bean(SessionRepository.class);
        return new Visitor(service, "KANILINT_SESSION=" + session(sessions, account));
    }

    private static <S extends Session> String session(SessionRepository<S> sessions, Account account) {
        S session = sessions.createSession();
        session.setAttribute("account", account);
        session.setAttribute("signedInAt", System.currentTimeMillis());
        sessions.save(session);
        return Base64.getEncoder().encodeToString(session.getId().getBytes(StandardCharsets.UTF_8));
    }

    /** The cookie that makes a browser this visitor. */
    public String cookie() {
        return cookie;
    }

    public HttpResponse<String> get(String path, String... headers) {
        var request = request(path).GET();
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** The page at a path, which has to be there. */
    public String page(String path) {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    /** Presses a button of a page: sends a form with the page's own CSRF token. */
    public HttpResponse<String> press(String page, String action) {
        var token = CSRF.matcher(page(page));
        if (!token.find()) {
            throw new AssertionError("no form on " + page);
        }
        return post(action, Map.of("_csrf", token.group(1)));
    }

    /** Sends a form that asks for a reason, with the token of a page that was loaded before. */
    HttpResponse<String> post(String path, String reason) {
        var token = CSRF.matcher(get("/findings").body());
        return post(path, reason, token.find() ? token.group(1) : "");
    }

    HttpResponse<String> post(String path, String reason, String token) {
        return post(path, Map.of("reason", reason, "_csrf", token));
    }

    public HttpResponse<String> post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + service.port() + path))
                .header("Cookie", cookie)
                .header("Accept", "text/html");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
