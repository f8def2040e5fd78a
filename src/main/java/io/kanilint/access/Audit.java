package io.kanilint.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
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
     * Adds an entry; too long texts are cut.
     *
     * @param action what, as a few words
     * @param subject to what; may be empty, as may {@code detail}
     * @param address the network address that the request came from
     */
    public void record(Account account, String action, String subject, String detail, String address) {
        record(account.name(), action, subject, detail, address);
    }

    void record(String who, String action, String subject, String detail, String address) {
        jdbc.sql("INSERT INTO audit_entry (done_at, who, action, subject, detail, address) VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        clock.instant().atOffset(ZoneOffset.UTC),
                        cut(who, 255),
                        cut(action, 50),
                        cut(subject, 500),
                        cut(detail, 1000),
                        cut(address, 100))
                .update();
    }

    /** The newest entries before one, the newest first. */
    public List<AuditEntry> before(long id, int most) {
        return jdbc.sql("SELECT * FROM audit_entry WHERE id < ? ORDER BY id DESC LIMIT ?")
                .params(id, most)
                .query((row, _) -> new AuditEntry(
                        row.getLong("id"),
                        row.getObject("done_at", OffsetDateTime.class).toInstant(),
                        row.getString("who"),
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
