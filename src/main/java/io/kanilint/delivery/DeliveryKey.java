package io.kanilint.delivery;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What makes two requests the same delivery: GitLab's {@code Idempotency-Key} (since 17.4), else the same body. */
final class DeliveryKey {
    private static final int LONGEST = 200;

    private DeliveryKey() {}

    static String of(@Nullable String header, byte[] body) {
        return header == null || header.isBlank() || header.length() > LONGEST ? "body:" + digest(body) : header;
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
