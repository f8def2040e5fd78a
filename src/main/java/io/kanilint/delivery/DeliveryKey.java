package io.kanilint.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What makes two requests the same delivery: the {@code webhook-id} that the signature covers, where there is one; else
 * GitLab's {@code Idempotency-Key} (since 17.4), which has the same value; else the same body.
 */
final class DeliveryKey {
    private static final int LONGEST = 200;

    private DeliveryKey() {}

    static String of(@Nullable String header, byte[] body) {
        return header == null || header.isBlank() || header.length() > LONGEST ? "body:" + digest(body) : header;
    }

    static String digest(String text) {
        return digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
