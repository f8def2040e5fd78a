package io.kanilint.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key to the REST API, as it can be shown: without the key itself.
 *
 * @param owner the name of the account that it belongs to
 * @param scope {@code read} or {@code write}
 */
public record ApiToken(
        long id,
        String owner,
        String name,
        String scope,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt) {}
