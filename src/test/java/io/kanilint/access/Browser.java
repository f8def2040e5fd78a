package io.kanilint.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a person's browser does, without its window: keeps cookies and follows redirects when told to. */
final class Browser {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final URI base;

    Browser(int port) {
        this("localhost", port);
    }

    Browser(String host, int port) {
        base = URI.create("http://" + host + ":" + port);
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** Goes to a page and on to wherever it leads. */
    HttpResponse<String> visit(String path) {
        return follow(get(path));
    }

    HttpResponse<String> follow(HttpResponse<String> answer) {
        HttpResponse<String> last = answer;
        for (int hops = 0; last.statusCode() / 100 == 3 && hops < 10; hops++) {
            URI next = last.uri().resolve(location(last));
            last = send(
                    HttpRequest.newBuilder(next).timeout(Duration.ofSeconds(20)).GET());
        }
        return last;
    }

    /** Sends a form with the token that the page has for it. */
    HttpResponse<String> submit(String page, String path, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        csrf(get(page)).ifPresent(token -> all.put("_csrf", token));
        return post(path, all);
    }

    HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    HttpResponse<String> login(String name, String password, String... headers) {
        var fields = new LinkedHashMap<>(Map.of("username", name, "password", password));
        csrf(get("/login")).ifPresent(token -> fields.put("_csrf", token));
        return post("/login", fields, headers);
    }

    Optional<HttpCookie> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst();
    }

    void drop(String name) {
        cookie(name).ifPresent(cookie -> cookies.getCookieStore().remove(base, cookie));
    }

    /** Has a cookie, whoever made it. */
    void keep(String name, String value) throws IOException {
        cookies.put(base, Map.of("Set-Cookie", List.of(name + "=" + value + "; Path=/")));
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static Optional<String> csrf(HttpResponse<String> page) {
        var found = CSRF.matcher(page.body());
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(20));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
