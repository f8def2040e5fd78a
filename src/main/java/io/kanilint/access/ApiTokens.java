package io.kanilint.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The keys to the REST API. Only their hashes are kept: they are random, so nobody finds them by trying. */
@Repository
public class ApiTokens {
    /** The longest that one is valid, in days. */
    public static final int LONGEST = 365;
    /** What each begins with, for those who search for secrets that got lost. */
    static final String PREFIX = "kani_";

    private static final int MOST_SHOWN = 500;
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    /** What a key stands for; {@code role} is null where its owner may no longer sign in. */
    record Known(
            long id,
            long userId,
            String userName,
            boolean write,
            Instant expiresAt,
            boolean revoked,
            @Nullable Instant lastUsedAt,
            @Nullable Role role,
            @Nullable Instant checkedAt) {}

    ApiTokens(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes one and gives the key, which nobody can tell later.
     *
     * @param name what its owner calls it, 1 to 100 characters
     * @param write whether one can change something with it; only for administrators
     * @param days how long it is valid, 1 to {@link #LONGEST}
     */
    @Transactional
    public String make(Account owner, String name, boolean write, int days, String address) {
        if (write && !owner.administrator()) {
            throw new IllegalArgumentException("Only administrators may have tokens with the scope write.");
        }
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        String key = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Instant now = clock.instant();
        String scope = write ? "write" : "read";
        var id = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO api_token (user_id, user_name, name, hash, scope, created_at, expires_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        owner.id(),
                        owner.name(),
                        name,
                        hash(key),
                        scope,
                        utc(now),
                        utc(now.plus(Duration.ofDays(days))))
                .update(id, "id");
        audit.record(owner, "token made", name, "token %d, %s, %d days".formatted(id.getKey(), scope, days), address);
        return key;
    }

    /** Those that are not revoked, the newest first; to administrators those of everybody. */
    public List<ApiToken> visibleTo(Account account) {
        return jdbc.sql(
                        "SELECT * FROM api_token WHERE revoked_at IS NULL AND (user_id = ? OR ?) ORDER BY id DESC LIMIT ?")
                .params(account.id(), account.administrator(), MOST_SHOWN)
                .query((row, _) -> new ApiToken(
                        row.getLong("id"),
                        row.getString("user_name"),
                        row.getString("name"),
                        row.getString("scope"),
                        time(row, "created_at").orElseThrow(),
                        time(row, "expires_at").orElseThrow(),
                        time(row, "last_used_at").orElse(null)))
                .list();
    }

    /** Ends one's own token, or anybody's as an administrator; false if there is no such token. */
    @Transactional
    public boolean revoke(Account by, long id, String address) {
        Optional<String> name = jdbc.sql(
                        "SELECT name FROM api_token WHERE id = ? AND revoked_at IS NULL AND (user_id = ? OR ?)")
                .params(id, by.id(), by.administrator())
                .query(String.class)
                .optional();
        name.ifPresent(known -> {
            jdbc.sql("UPDATE api_token SET revoked_at = ? WHERE id = ?")
                    .params(utc(clock.instant()), id)
                    .update();
            audit.record(by, "token revoked", known, "token " + id, address);
        });
        return name.isPresent();
    }

    /** Ends those of the local administrator: who made them with the old password has to know the new one. */
    void revokeLocal() {
        int revoked = jdbc.sql("UPDATE api_token SET revoked_at = ? WHERE user_id = ? AND revoked_at IS NULL")
                .params(utc(clock.instant()), Account.LOCAL)
                .update();
        if (revoked > 0) {
            audit.record("", "tokens revoked", "all of admin: " + revoked, "by a change of the settings", "");
        }
    }

    Optional<Known> find(String key) {
        return jdbc.sql("""
                        SELECT t.*, a.name AS gitlab_name, a.checked_at,
                            CASE WHEN t.user_id <> 0 THEN a.role WHEN EXISTS (SELECT 1 FROM local_administrator)
                                THEN 'administrator' END AS role
                        FROM api_token t LEFT JOIN gitlab_account a ON a.user_id = t.user_id
                        WHERE t.hash = ?
                        """)
                .param(hash(key))
                .query((row, _) -> new Known(
                        row.getLong("id"),
                        row.getLong("user_id"),
                        Optional.ofNullable(row.getString("gitlab_name")).orElse(row.getString("user_name")),
                        row.getString("scope").equals("write"),
                        time(row, "expires_at").orElseThrow(),
                        row.getObject("revoked_at") != null,
                        time(row, "last_used_at").orElse(null),
                        Optional.ofNullable(row.getString("role")).map(Role::of).orElse(null),
                        time(row, "checked_at").orElse(null)))
                .optional();
    }

    /** Notes that it was used, not at each of many requests. */
    void used(Known token) {
        Instant now = clock.instant();
        if (token.lastUsedAt() == null
                || token.lastUsedAt().plus(USE_NOTED_EVERY).isBefore(now)) {
            jdbc.sql("UPDATE api_token SET last_used_at = ? WHERE id = ?")
                    .params(utc(now), token.id())
                    .update();
        }
    }

    private static String hash(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
