package io.kanilint.gitlab;

import com.fasterxml.jackson.core.JacksonException;
import io.kanilint.trace.Traces;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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
    private static final int ENOUGH_OF_A_FAILURE = 64 * 1024;

    static {
        // What an HTTP/2 server may send before it is read; by default 16 MB, in each of eight tasks.
        String window = "jdk.httpclient.windowsize";
        System.setProperty(window, System.getProperty(window, Integer.toString(256 * 1024)));
    }

    private final HttpClient client;
    private final URI base;
    private final Optional<String> token;
    private final Duration patience;
    private final String userAgent;
    private final InstantSource clock;
    private final AnswerRoom room = new AnswerRoom();
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

    /** Makes something of an answer that is a success, while it arrives. */
    interface Use<T extends @Nullable Object> {
        T of(HttpResponse<?> answer, AnswerStream body) throws IOException;
    }

    /** Reads what is below {@code /api/v4}. */
    <T extends @Nullable Object> T get(String pathAndQuery, int limit, Use<T> use) throws IOException {
        return send("GET", URI.create(base + "/api/v4" + pathAndQuery), Map.of(), new byte[0], limit, use);
    }

    /** As {@link #get}, but as another user, by an OAuth access token of his. */
    <T extends @Nullable Object> T getAs(String accessToken, String pathAndQuery, int limit, Use<T> use)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/api/v4" + pathAndQuery))
                .setHeader("Authorization", "Bearer " + accessToken);
        return send(request, accessToken, limit, use);
    }

    /** Sends; only a success (2xx) that is complete is used. */
    <T extends @Nullable Object> T send(
            String method, URI uri, Map<String, String> headers, byte[] body, int limit, Use<T> use)
            throws IOException {
        if (token.isEmpty()) {
            throw new HttpFailure(401, FailureReader.NO_TOKEN, null);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::setHeader);
        request.setHeader(TOKEN, token.get());
        return send(request, token.get(), limit, use);
    }

    private <T extends @Nullable Object> T send(HttpRequest.Builder request, String secret, int limit, Use<T> use)
            throws IOException {
        HttpRequest whole = request.setHeader("User-Agent", userAgent).build();
        String path =
                whole.uri().getRawPath().substring(base.getRawPath().length()).replaceFirst("^/api/v4", "");
        return traces.calling(whole.method(), Endpoint.of(path), () -> heard(whole, path, secret, limit, use));
    }

    private <T extends @Nullable Object> T heard(HttpRequest request, String path, String secret, int limit, Use<T> use)
            throws IOException {
        long start = clock.millis();
        long end = System.nanoTime() + patience.toNanos();
        int status = 0;
        try {
            HttpResponse<InputStream> answer = await(client.sendAsync(request, BodyHandlers.ofInputStream()));
            status = answer.statusCode();
            Traces.heard(status);
            // Each user has a quota of his own; ours is that of our token.
            if (request.headers().firstValue(TOKEN).isPresent()) {
                Quota.read(answer.headers(), clock.instant()).ifPresent(quota::set);
            }
            long length = answer.headers().firstValueAsLong("Content-Length").orElse(-1);
            try (var body = new AnswerStream(answer.body(), room, limit, length, end, patience)) {
                return used(answer, body, secret, use);
            }
        } finally {
            Duration time = Duration.ofMillis(clock.millis() - start);
            var sent = new SentRequest(request.method(), path, status, time);
            listener.accept(sent);
            SentRequest.tell(sent);
        }
    }

    private <T extends @Nullable Object> T used(HttpResponse<?> answer, AnswerStream body, String secret, Use<T> use)
            throws IOException {
        int status = answer.statusCode();
        if (status / 100 != 2) {
            throw new HttpFailure(
                    status,
                    Reason.of(status, answer.headers(), body.readNBytes(ENOUGH_OF_A_FAILURE), secret),
                    RetryAfter.read(status, answer.headers(), clock.instant()).orElse(null));
        }
        T made;
        try {
            made = use.of(answer, body);
        } catch (JacksonException | UnexpectedAnswer e) {
            // Where the rest does not come either, the connection is to blame.
            body.rest();
            throw e;
        }
        body.finish();
        return made;
    }

    // The time limit of java.net.http ends with the headers; that of the body is with AnswerStream.
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
