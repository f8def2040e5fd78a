package io.kanilint.bench;

import io.kanilint.Database;
import io.kanilint.RunningService;
import io.kanilint.dashboard.MadeUp;
import io.kanilint.standin.StandInGitLab;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long each page of the dashboard takes with a large number of made-up findings: as an administrator, one request after
 * the other, from the request to the last byte. The first request of each page is counted like the others.
 */
public final class PageTimes {
    private static final String PASSWORD = "a-password-for-the-bench";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern NEXT = Pattern.compile("href=\"(/(?:findings|deliveries|projects)\\?[^\"]+)\"[^>]*rel=\"next\"");
    private static final int ROUNDS = 15;

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String base;

    private PageTimes(int port) {
        this.base = "http://localhost:" + port;
    }

    /** Takes the database, {@code H2} or {@code POSTGRESQL}, and the numbers of projects, findings and deliveries. */
    public static void main(String[] arguments) throws Exception {
        var database = Database.valueOf(arguments[0]);
        var made = new MadeUp(
                Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
        var settings = new HashMap<>(database.settings());
        settings.put("kanilint.access.admin-password", PASSWORD);
        settings.put("logging.level.io.kanilint", "warn");
        try (var gitlab = StandInGitLab.start();
                var service = RunningService.start(gitlab, settings)) {
            long start = System.nanoTime();
            made.into(service.database());
            service.database().sql("ANALYZE").update();
            IO.println("%s: %,d projects, %,d findings, %,d deliveries, written in %d s"
                    .formatted(
                            database,
                            made.projects(),
                            made.findings(),
                            made.deliveries(),
                            (System.nanoTime() - start) / 1_000_000_000));
            var bench = new PageTimes(service.port());
            bench.signIn();
            IO.println("page                                                          median ms    max ms");
            for (String page : pages(service)) {
                bench.measure(page);
            }
        }
        System.exit(0);
    }

    private static String[] pages(RunningService service) {
        long finding = id(service, "finding");
        long delivery = id(service, "delivery");
        long review = id(service, "review");
        return new String[] {
            "/",
            "/findings",
            "/findings?state=all",
            "/findings?sort=oldest",
            "/findings?sort=severity",
            "/findings?rule=multi-build-job&severity=error",
            "/findings?group=group-13",
            "/findings?project=group-13/team-6/service-13&state=all",
            "/findings?text=build-77",
            "/findings?text=no-such-name",
            "/findings?from=2026-10-01&to=2026-10-07",
            "/findings?branch=main&scope=inherited",
            "/findings/" + finding,
            "/projects",
            "/projects?sort=findings",
            "/projects/13",
            "/projects/13/merge-requests/2",
            "/reviews/" + review,
            "/deliveries",
            "/deliveries?verdict=failed",
            "/deliveries?verdict=refused&event=push",
            "/deliveries/" + delivery,
            "/rules",
            "/rules/multi-build-job",
            "/tokens",
            "/audit",
        };
    }

    private static long id(RunningService service, String table) {
        return service.database()
                .sql("SELECT max(id) FROM " + table)
                .query(Long.class)
                .single();
    }

    private void signIn() throws Exception {
        Matcher token = CSRF.matcher(get("/login").body());
        if (!token.find()) {
            throw new IllegalStateException("no form to sign in");
        }
        var form = Map.of("username", "admin", "password", PASSWORD, "_csrf", token.group(1));
        String body = String.join(
                "&",
                form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .toList());
        client.send(
                HttpRequest.newBuilder(URI.create(base + "/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.discarding());
    }

    /** Where the page is a list, its later pages are asked for in turn too. */
    private void measure(String page) throws Exception {
        double[] millis = new double[ROUNDS];
        String path = page;
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            HttpResponse<String> response = get(path);
            millis[i] = (System.nanoTime() - start) / 1e6;
            if (response.statusCode() != 200 || response.uri().getPath().equals("/login")) {
                throw new IllegalStateException(path + " answers " + response.statusCode() + " at " + response.uri());
            }
            Matcher next = NEXT.matcher(response.body());
            path = next.find() ? next.group(1).replace("&amp;", "&") : page;
        }
        Arrays.sort(millis);
        IO.println(String.format(Locale.ROOT, "%-60s  %9.0f %9.0f", page, millis[ROUNDS / 2], millis[ROUNDS - 1]));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofString());
    }
}
