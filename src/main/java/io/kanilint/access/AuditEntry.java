package io.kanilint.access;

import java.time.Instant;

/**
 * Something that was done in the dashboard.
 *
 * @param who the name of the account
 * @param action what, as a few words: {@code token made}
 * @param subject to what
 * @param address the network address that it came from
 */
public record AuditEntry(
        long id, Instant at, String who, String action, String subject, String detail, String address) {}
