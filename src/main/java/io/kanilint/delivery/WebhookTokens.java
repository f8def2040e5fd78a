package io.kanilint.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Knows the accepted tokens. Compares digests, so that the time taken tells nothing about them, their length included. */
@Component
class WebhookTokens {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookTokens.class);

    private final List<byte[]> accepted;

    WebhookTokens(WebhookProperties properties, SigningKeys keys) {
        this.accepted =
                properties.accepted().stream().map(WebhookTokens::digest).toList();
        if (accepted.isEmpty() && keys.isEmpty()) {
            LOG.warn("No webhook token is set and no signing key: every webhook will be refused with 401. Set"
                    + " KANILINT_WEBHOOK_SIGNING_KEYS to the signing token that the webhook has in GitLab, or"
                    + " KANILINT_WEBHOOK_TOKENS to its secret token (several are separated by commas).");
        }
    }

    boolean accepts(@Nullable String token) {
        byte[] received = digest(token == null ? "" : token);
        boolean found = false;
        for (byte[] digest : accepted) {
            found |= MessageDigest.isEqual(digest, received);
        }
        return found;
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
