package io.kanilint.gitlab;

import io.kanilint.trace.Traces;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The one door to GitLab, also for gitlab4j: adds the token, bounds time and size, follows no redirect.
 *
 * <p>gitlab4j's own transport (Jersey on HttpURLConnection, seen with 6.2.0 and 3.1.12) carries the token along when it
 * is redirected to another host, sends a POST twice when a kept connection turns out to be closed, which makes a
 * comment twice, and has no time limits of its own.
 */
final class GitLabHttp {
    private static final String TOKEN = "PRIVATE-TOKEN";

    private final HttpClient client;
    private final URI base;
    private final Optional<String> token;
    private final Duration patience;
    private final String userAgent;
    private final InstantSource clock;
    private final Traces traces;
    private final Consumer<SentRequest> listener;
    private final AtomicReference<@Nullable Quota> quota = new AtomicReference<>();

    GitLabHttp(GitLabProperties properties, String userAgent, InstantSource clock) {
        this(properties, userAgent, clock, Traces.NONE, _ -> {});
    }

    private GitLabHttp(
            GitLabProperties properties,
            String userAgent,
            InstantSource clock,
            Traces traces,
            Consumer<SentRequest> listener) {
        base = properties.base();
        token = properties.secret();
        patience = properties.connectTimeout().plus(properties.readTimeout());
        this.userAgent = userAgent;
        this.clock = clock;
        this.traces = traces;
        this.listener = listener;
        client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(properties.connectTimeout())
                // In clear text, HTTP/2 would be offered by an Upgrade header, which some proxies refuse.
                .version(
                        base.getScheme().equalsIgnoreCase("https")
                                ? HttpClient.Version.HTTP_2
                                : HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** @param listener is told of each request, on the thread that sends it */
    static GitLabHttp of(GitLabProperties properties, Traces traces, Consumer<SentRequest> listener) {
        String version = GitLabHttp.class.getPackage().getImplementationVersion();
        String userAgent = "Kanilint/" + (version == null ? "development" : version);
        return new GitLabHttp(properties, userAgent, InstantSource.system(), traces, listener);
    }

    URI base() {
        return base;
    }

    Optional<Quota> quota() {
        return Optional.ofNullable(quota.get()).flatMap(said -> said.at(clock.instant()));
    }

    boolean hasToken() {
        return token.isPresent();
    }

    /** Reads what is below {@code /api/v4}. */
    HttpResponse<byte[]> get(String pathAndQuery, int limit) throws IOException {
        return send("GET", URI.create(base + "/api/v4" + pathAndQuery), Map.of(), new byte[0], limit);
    }

    /** As {@link #get}, but as another user, by an OAuth access token of his. */
    HttpResponse<byte[]> getAs(String accessToken, String pathAndQuery, int limit) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/api/v4" + pathAndQuery))
                .setHeader("Authorization", "Bearer " + accessToken);
        return send(request, accessToken, status -> new BoundedBody(status, limit, false));
    }

    /** Reads what is below {@code /api/v4}, and of a long answer only so many bytes. */
    HttpResponse<byte[]> beginning(String path, int bytes) throws IOException {
        return send(
                "GET",
                URI.create(base + "/api/v4" + path),
                Map.of(),
                new byte[0],
                status -> new BoundedBody(status, bytes, true));
    }

    /** Sends, and returns only a success (2xx), whose body is complete. */
    HttpResponse<byte[]> send(String method, URI uri, Map<String, String> headers, byte[] body, int limit)
            throws IOException {
        return send(method, uri, headers, body, status -> new BoundedBody(status, limit, false));
    }

    private HttpResponse<byte[]> send(
            String method, URI uri, Map<String, String> headers, byte[] body, IntFunction<BoundedBody> reader)
            throws IOException {
        if (token.isEmpty()) {
            throw new HttpFailure(401, FailureReader.NO_TOKEN, null);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::setHeader);
        request.setHeader(TOKEN, token.get());
        return send(request, token.get(), reader);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request, String secret, IntFunction<BoundedBody> reader)
            throws IOException {
        request.setHeader("User-Agent", userAgent);
        HttpResponse<byte[]> answer = traced(request.build(), reader);
        if (answer.statusCode() / 100 != 2) {
            throw new HttpFailure(
                    answer.statusCode(),
                    Reason.of(answer, secret),
                    RetryAfter.read(answer.statusCode(), answer.headers(), clock.instant())
                            .orElse(null));
        }
        return answer;
    }

    private HttpResponse<byte[]> traced(HttpRequest request, IntFunction<BoundedBody> reader) throws IOException {
        String path = path(request);
        return traces.calling(request.method(), Endpoint.of(path), () -> heard(request, path, reader));
    }

    private String path(HttpRequest request) {
        return request.uri().getRawPath().substring(base.getRawPath().length()).replaceFirst("^/api/v4", "");
    }

    private HttpResponse<byte[]> heard(HttpRequest request, String path, IntFunction<BoundedBody> reader)
            throws IOException {
        long start = clock.millis();
        int status = 0;
        try {
            HttpResponse<byte[]> answer = await(client.sendAsync(request, info -> reader.apply(info.statusCode())));
            status = answer.statusCode();
            Traces.heard(status);
            // Each user has a quota of his own; ours is that of our token.
            if (request.headers().firstValue(TOKEN).isPresent()) {
                Quota.read(answer.headers(), clock.instant()).ifPresent(quota::set);
            }
            return answer;
        } finally {
            Duration time = Duration.ofMillis(clock.millis() - start);
            var sent = new SentRequest(request.method(), path, status, time);
            listener.accept(sent);
            SentRequest.tell(sent);
        }
    }

    // The time limit of java.net.http ends with the headers; a body that trickles in would hold us for ever.
    private <T> T await(CompletableFuture<T> answer) throws IOException {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            answer.cancel(true);
            throw new HttpTimeoutException("no whole answer within " + patience.toMillis() + " ms");
        } catch (InterruptedException _) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        }
    }
}
