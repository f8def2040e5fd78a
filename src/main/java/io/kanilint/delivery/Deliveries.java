package io.kanilint.delivery;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of deliveries: each request that was accepted, and what became of it. */
@Repository
class Deliveries {
    private static final int LONGEST_REASON = 500;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Deliveries(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Adds a delivery; false if there is one with that key. */
    boolean add(String key, Hook hook, Judgement judgement, Instant now) {
        boolean isNew = jdbc.sql("""
                                INSERT INTO delivery (idempotency_key, event, project_id, merge_request_iid, verdict,
                                    reason, occurrence, received_at)
                                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                                ON CONFLICT DO NOTHING
                                """)
                        .param(key)
                        .param(hook.event())
                        .param(known(hook.projectId()))
                        .param(known(hook.iid()))
                        .param(judgement.verdict().word())
                        .param(cut(judgement.reason()))
                        .param(occurrence(hook))
                        .param(now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
        if (isNew) {
            tell(judgement.verdict(), 1);
        }
        return isNew;
    }

    private static @Nullable String occurrence(Hook hook) {
        return switch (hook) {
            case Hook.Changed changed -> changed.occurrence();
            case Hook.Ended(Hook.Changed look) -> look.occurrence();
            default -> null;
        };
    }

    /** Whether a look at a merge request waits or is under way, whoever asked for it. */
    boolean waits(long projectId, long iid) {
        return jdbc.sql("SELECT count(*) FROM scheduled_tasks WHERE task_name = ? AND task_instance = ?")
                        .params(
                                ReviewTask.NAME,
                                ReviewTask.instance(projectId, iid).getId())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whether a delivery ended so that an administrator may want to see it tried again. */
    boolean cameToNothing(String key) {
        return jdbc.sql("SELECT verdict FROM delivery WHERE idempotency_key = ? AND verdict IN ('refused', 'failed')")
                .param(key)
                .query(String.class)
                .optional()
                .isPresent();
    }

    /**
     * Another delivery of the same event that led to a look or still will. One that was refused does not count: the
     * administrator may have done something about it since. To be called with the request's row locked.
     */
    Optional<Long> twin(String key, Hook.Changed hook) {
        if (hook.occurrence() == null) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        SELECT min(id) FROM delivery
                        WHERE project_id = ? AND merge_request_iid = ? AND occurrence = ? AND idempotency_key <> ?
                            AND verdict IN ('queued', 'reviewed', 'ignored', 'superseded')
                        """)
                .params(hook.projectId(), hook.iid(), hook.occurrence(), key)
                .query(Long.class)
                .optional();
    }

    /** Says which request for a review a delivery led to. */
    void queue(String key, long request) {
        jdbc.sql("""
                        UPDATE delivery SET verdict = 'queued', reason = NULL, review_request = ?, judged_at = NULL,
                            queued_at = CURRENT_TIMESTAMP
                        WHERE idempotency_key = ?
                        """).params(request, key).update();
    }

    /** Lets a delivery wait for a verdict again. */
    void queue(String key) {
        jdbc.sql("""
                        UPDATE delivery SET verdict = 'queued', reason = NULL, judged_at = NULL, queued_at = CURRENT_TIMESTAMP
                        WHERE idempotency_key = ?
                        """).param(key).update();
    }

    void judge(String key, Judgement judgement, Instant now) {
        int known = jdbc.sql("UPDATE delivery SET verdict = ?, reason = ?, judged_at = ? WHERE idempotency_key = ?")
                .param(judgement.verdict().word())
                .param(cut(judgement.reason()))
                .param(now.atOffset(ZoneOffset.UTC))
                .param(key)
                .update();
        tell(judgement.verdict(), known);
    }

    /**
     * Judges all deliveries that waited for a look at a merge request, up to a request: the newest by what came of the
     * look, the others as superseded by it.
     */
    void judge(long projectId, long iid, long request, Judgement judgement, Instant now) {
        Optional<Long> newest =
                jdbc.sql("""
                        SELECT max(review_request) FROM delivery
                        WHERE project_id = ? AND merge_request_iid = ? AND verdict = 'queued' AND review_request <= ?
                        """).params(projectId, iid, request).query(Long.class).optional();
        if (newest.isEmpty()) {
            return;
        }
        String why = cut(judgement.reason());
        int waited = jdbc.sql("""
                        UPDATE delivery SET
                            verdict = CASE WHEN review_request = :newest THEN :verdict ELSE 'superseded' END,
                            reason = CASE WHEN review_request = :newest THEN NULLIF(:reason, '')
                                ELSE 'A later event asked for the same.' END,
                            review_id = (SELECT max(id) FROM review
                                WHERE project_id = :project AND merge_request_iid = :iid),
                            judged_at = :now
                        WHERE project_id = :project AND merge_request_iid = :iid AND verdict = 'queued'
                            AND review_request <= :newest
                        """)
                .param("newest", newest.get())
                .param("verdict", judgement.verdict().word())
                .param("reason", why == null ? "" : why)
                .param("project", projectId)
                .param("iid", iid)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        tell(judgement.verdict(), 1);
        tell(Verdict.SUPERSEDED, waited - 1);
    }

    /** The delivery that led to a request for a review, if one did. */
    Optional<String> key(long projectId, long iid, long request) {
        return jdbc.sql("""
                        SELECT max(idempotency_key) FROM delivery
                        WHERE project_id = ? AND merge_request_iid = ? AND review_request = ?
                        """).params(projectId, iid, request).query(String.class).optional();
    }

    private void tell(Verdict verdict, int amount) {
        if (amount > 0) {
            events.publishEvent(new Judged(verdict, amount));
        }
    }

    /** Says of deliveries that wait what they are waiting for. */
    void explain(long projectId, long iid, String reason) {
        jdbc.sql("""
                        UPDATE delivery SET reason = ?
                        WHERE project_id = ? AND merge_request_iid = ? AND verdict = 'queued'
                            AND review_request IS NOT NULL
                        """)
                .params(HookFields.cut(reason, LONGEST_REASON), projectId, iid)
                .update();
    }

    private static @Nullable Long known(long id) {
        return id == 0 ? null : id;
    }

    private static @Nullable String cut(@Nullable String reason) {
        return reason == null ? null : HookFields.cut(reason, LONGEST_REASON);
    }
}
