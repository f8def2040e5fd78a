package io.kanilint.delivery;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The signature of a request, as GitLab 19 makes it (Standard Webhooks, version {@code v1}).
 *
 * @param id what GitLab keeps when it sends a delivery again
 * @param timestamp Unix seconds, as text
 * @param values base64 of HMAC-SHA256; one of them has to be ours
 */
record Signature(String id, String timestamp, List<String> values) {
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final String VERSION = "v1,";

    /** Empty if the request is not signed at all. A header without a value is a signature that fits nothing. */
    static Optional<Signature> of(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders("webhook-signature"));
        return headers.isEmpty()
                ? Optional.empty()
                : Optional.of(new Signature(
                        Objects.requireNonNullElse(request.getHeader("webhook-id"), ""),
                        Objects.requireNonNullElse(request.getHeader("webhook-timestamp"), ""),
                        headers.stream()
                                .flatMap(SPACES::splitAsStream)
                                .filter(value -> value.startsWith(VERSION))
                                .map(value -> value.substring(VERSION.length()))
                                .toList()));
    }

    /** What is signed before the body. */
    byte[] prefix() {
        return (id + "." + timestamp + ".").getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return "Signature[id=%s, timestamp=%s]".formatted(id, timestamp);
    }
}
