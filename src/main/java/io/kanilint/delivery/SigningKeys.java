package io.kanilint.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Knows the keys that requests may be signed with. Takes the same time whichever key fits and however nearly. */
@Component
class SigningKeys {
    private static final String ALGORITHM = "HmacSHA256";
    /** How old a signed request may be, and how far our clock may be off (Standard Webhooks' usual five minutes). */
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");

    private final List<SecretKeySpec> keys;
    private final Clock clock;

    SigningKeys(WebhookProperties properties, Clock clock) {
        this.keys = properties.keys().stream()
                .map(key -> new SecretKeySpec(key, ALGORITHM))
                .toList();
        this.clock = clock;
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    /** Why a request is refused whatever its body says; empty if the body decides. */
    Optional<String> refusal(Signature signature) {
        if (keys.isEmpty()) {
            return Optional.of("The webhook is signed, and no signing key is set (KANILINT_WEBHOOK_SIGNING_KEYS).");
        }
        if (signature.id().isBlank() || !SECONDS.matcher(signature.timestamp()).matches()) {
            return Optional.of("The webhook is signed, and its webhook-id or webhook-timestamp is missing or odd.");
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(signature.timestamp()));
        Duration off = Duration.between(sent, clock.instant()).abs();
        return off.compareTo(WINDOW) > 0
                ? Optional.of("The webhook-timestamp is more than five minutes off. Are both clocks right?")
                : Optional.empty();
    }

    /** Whether one of our keys signed it. */
    boolean fit(Signature signature, HookBody body) {
        boolean found = false;
        for (SecretKeySpec key : keys) {
            byte[] expected = sign(key, signature.prefix(), body);
            for (String value : signature.values()) {
                found |= MessageDigest.isEqual(expected, value.getBytes(StandardCharsets.UTF_8));
            }
        }
        return found;
    }

    private static byte[] sign(SecretKeySpec key, byte[] prefix, HookBody body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(prefix);
            body.feed(mac::update);
            return Base64.getEncoder().encode(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
