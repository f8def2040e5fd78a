package io.kanilint.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A hook as an administrator sets it up: where to, with a secret token or a signing key, or both. */
public record Webhook(
        String instance,
        URI uri,
        @Nullable String token,
        @Nullable String signingKey) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    public Webhook withToken(String secret) {
        return new Webhook(instance, uri, secret, signingKey);
    }

    /** A key of the form {@code whsec_} and base64, as GitLab 19 makes them. */
    public Webhook withSigningKey(String key) {
        return new Webhook(instance, uri, token, key);
    }

    /** Sends one delivery; gives the HTTP status. */
    public int send(String event, String body) {
        return send(event, body, UUID.randomUUID().toString());
    }

    /** Sends a delivery under a key of its own choice: GitLab keeps the key when it sends a delivery again. */
    public int send(String event, String body, String idempotencyKey) {
        return send(CLIENT, event, body, idempotencyKey);
    }

    /** As above, over a connection of its own, as GitLab makes one for each. */
    public int sendApart(String event, String body, String idempotencyKey) {
        try (var client = HttpClient.newHttpClient()) {
            return send(client, event, body, idempotencyKey);
        }
    }

    private int send(HttpClient client, String event, String body, String idempotencyKey) {
        var request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .header("User-Agent", "GitLab/18.6.0")
                .header("Idempotency-Key", idempotencyKey)
                .header("X-Gitlab-Event", event)
                .header("X-Gitlab-Event-UUID", UUID.randomUUID().toString())
                .header("X-Gitlab-Webhook-UUID", UUID.randomUUID().toString())
                .header("X-Gitlab-Instance", instance)
                .POST(BodyPublishers.ofString(body));
        if (token != null) {
            request.header("X-Gitlab-Token", token);
        }
        if (signingKey != null) {
            String timestamp = Long.toString(Instant.now().getEpochSecond());
            request.header("webhook-id", idempotencyKey)
                    .header("webhook-timestamp", timestamp)
                    .header(
                            "webhook-signature",
                            "v1," + signature(signingKey, idempotencyKey + "." + timestamp + "." + body));
        }
        try {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        }
    }

    /** What GitLab signs with a key, in base64. */
    public static String signature(String signingKey, String signed) {
        try {
            byte[] key = Base64.getDecoder().decode(signingKey.substring("whsec_".length()));
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
