package io.kanilint.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes two requests the same delivery: the {@code webhook-id} that the signature covers, where there is one; else
 * GitLab's {@code Idempotency-Key} (since 17.4), which has the same value; else the same body.
 */
final class DeliveryKey {
    private static final int LONGEST = 200;

    private DeliveryKey() {}

    static String of(@Nullable String header, HookBody body) {
        return header == null || header.isBlank() || header.length() > LONGEST ? "body:" + digest(body) : header;
    }

    static String digest(String text) {
        return digest(new HookBody(List.of(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static String digest(HookBody body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            body.feed(digest::update);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
