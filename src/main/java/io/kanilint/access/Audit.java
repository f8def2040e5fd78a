package io.kanilint.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Repository;

/** The record of what was done in the dashboard; it only grows. */
@Repository
public class Audit {
    private final JdbcClient jdbc;
    private final Clock clock;

    Audit(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Adds an entry, with the API token of the request if it came with one; too long texts are cut.
     *
     * @param action what, as a few words
     * @param subject to what; may be empty, as may {@code detail}
     * @param address the network address that the request came from
     */
    public void record(Account account, String action, String subject, String detail, String address) {
        insert(account.id(), account.name(), token(account), action, subject, detail, address);
    }

    /** What nobody did who is signed in. */
    void record(String who, String action, String subject, String detail, String address) {
        insert(null, who, null, action, subject, detail, address);
    }

    /** That of the request which is being answered. */
    private static @Nullable Long token(Account account) {
        Authentication asking = SecurityContextHolder.getContext().getAuthentication();
        return asking != null
                        && asking.getDetails() instanceof TokenFilter.Used(long id)
                        && account.equals(asking.getPrincipal())
                ? id
                : null;
    }

    private void insert(
            @Nullable Long user,
            String who,
            @Nullable Long token,
            String action,
            String subject,
            String detail,
            String address) {
        jdbc.sql("INSERT INTO audit_entry (done_at, user_id, who, token_id, action, subject, detail, address)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(user)
                .param(cut(who, 255))
                .param(token)
                .param(cut(action, 50))
                .param(cut(subject, 500))
                .param(cut(detail, 1000))
                .param(cut(address, 100))
                .update();
    }

    /** The newest entries before one, the newest first. */
    public List<AuditEntry> before(long id, int most) {
        return jdbc.sql("SELECT * FROM audit_entry WHERE id < ? ORDER BY id DESC LIMIT ?")
                .params(id, most)
                .query((row, _) -> new AuditEntry(
                        row.getLong("id"),
                        row.getObject("done_at", OffsetDateTime.class).toInstant(),
                        row.getObject("user_id", Long.class),
                        row.getString("who"),
                        row.getObject("token_id", Long.class),
                        row.getString("action"),
                        row.getString("subject"),
                        row.getString("detail"),
                        row.getString("address")))
                .list();
    }

    private static String cut(String text, int longest) {
        // PostgreSQL takes no such character.
        String clean = text.replace("\0", "");
        return clean.length() > longest ? clean.substring(0, longest) : clean;
    }
}
