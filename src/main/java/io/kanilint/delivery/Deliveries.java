package io.kanilint.delivery;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of deliveries. */
@Repository
class Deliveries {
    private final JdbcClient jdbc;

    Deliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a delivery; false if there is one with that key. */
    boolean add(String key, Hook hook, Instant now) {
        return switch (hook) {
            case Hook.Changed(String event, long projectId, long iid, _) ->
                insert(key, event, projectId, iid, "queued", null, now);
            case Hook.Ignored(String event, String reason) -> insert(key, event, null, null, "ignored", reason, now);
        };
    }

    private boolean insert(
            String key,
            String event,
            @Nullable Long projectId,
            @Nullable Long iid,
            String verdict,
            @Nullable String reason,
            Instant now) {
        return jdbc.sql("""
                                INSERT INTO delivery (idempotency_key, event, project_id, merge_request_iid, verdict,
                                    reason, received_at)
                                VALUES (?, ?, ?, ?, ?, ?, ?)
                                ON CONFLICT DO NOTHING
                                """)
                        .param(key)
                        .param(event)
                        .param(projectId)
                        .param(iid)
                        .param(verdict)
                        .param(reason)
                        .param(now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }
}
