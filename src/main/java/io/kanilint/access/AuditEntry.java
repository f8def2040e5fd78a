package io.kanilint.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done in the dashboard.
 *
 * @param userId the account's; 0 for the local administrator, null where nobody knows who it was
 * @param who the name of the account
 * @param tokenId the API token that it was done with; null if it was a person at a page
 * @param action what, as a few words: {@code token made}
 * @param subject to what
 * @param address the network address that it came from
 */
public record AuditEntry(
        long id,
        Instant at,
        @Nullable Long userId,
        String who,
        @Nullable Long tokenId,
        String action,
        String subject,
        String detail,
        String address) {}
