package io.kanilint.delivery;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does again what a delivery asked for, when an administrator wants it. What is kept of a request is enough for a review
 * and for a command that failed; the rest of it is gone, and only GitLab can send it again.
 */
@Component
public class Redelivery {
    private static final String FROM_GITLAB =
            "Kanilint keeps no texts of requests, so what this one asked for cannot be "
                    + "done again from here. GitLab can send it again: in the webhook's settings, under Recent events, "
                    + "with Resend Request.";

    private final Deliveries deliveries;
    private final ReviewRequests requests;
    private final ReviewQueue reviews;
    private final CommandLog log;
    private final Commands commands;
    private final JdbcClient jdbc;

    Redelivery(
            Deliveries deliveries,
            ReviewRequests requests,
            ReviewQueue reviews,
            CommandLog log,
            Commands commands,
            JdbcClient jdbc) {
        this.deliveries = deliveries;
        this.requests = requests;
        this.reviews = reviews;
        this.log = log;
        this.commands = commands;
        this.jdbc = jdbc;
    }

    /**
     * What is known of a delivery.
     *
     * @param asked whether it asked for a review of its merge request
     * @param noteId the comment of its command; 0 if it was none
     */
    private record Kept(
            String key,
            String event,
            long projectId,
            long iid,
            String verdict,
            boolean asked,
            long noteId,
            @Nullable String command) {
        boolean waits() {
            return verdict.equals(Verdict.QUEUED.word());
        }

        boolean failedCommand() {
            return "failed".equals(command);
        }
    }

    /** Why a delivery cannot be made again, for people; empty if it can. */
    public Optional<String> obstacle(long id) {
        return find(id).map(Redelivery::obstacle).orElse(Optional.of("There is no such delivery."));
    }

    /** Does it again: its row waits for a verdict once more. If it cannot be done, says why. */
    @Transactional
    public Optional<String> again(long id) {
        Optional<String> obstacle = obstacle(id);
        if (obstacle.isPresent()) {
            return obstacle;
        }
        Kept kept = find(id).orElseThrow();
        if (kept.asked()) {
            String ciPath = requests.read(kept.projectId(), kept.iid()).ciPath();
            deliveries.queue(kept.key(), reviews.ask(kept.projectId(), kept.iid(), ciPath));
        } else if (log.retry(kept.noteId(), kept.key())) {
            deliveries.queue(kept.key());
            commands.wake(kept.noteId());
        } else {
            return Optional.of("Somebody else had it done again a moment ago.");
        }
        return Optional.empty();
    }

    private static Optional<String> obstacle(Kept kept) {
        if (kept.waits()) {
            return Optional.of("It still waits for its turn.");
        }
        if (kept.asked() || kept.failedCommand()) {
            return Optional.empty();
        }
        if (kept.command() != null) {
            return Optional.of("Its command did not fail, and is not carried out twice.");
        }
        return Optional.of(
                switch (kind(kept.event())) {
                    case "merge_request" -> "It asked for no review, so there is none to make again.";
                    case "note" -> "It brought no command of its own, so there is none to carry out again.";
                    default -> FROM_GITLAB;
                });
    }

    private static String kind(String event) {
        int space = event.indexOf(' ');
        return space < 0 ? event : event.substring(0, space);
    }

    private Optional<Kept> find(long id) {
        return jdbc.sql("""
                        SELECT delivery.idempotency_key, delivery.event, delivery.project_id, delivery.merge_request_iid,
                            delivery.verdict, delivery.review_request, command.note_id, command.state
                        FROM delivery LEFT JOIN command ON command.delivery_key = delivery.idempotency_key
                        WHERE delivery.id = ?
                        """)
                .param(id)
                .query((row, _) -> new Kept(
                        row.getString("idempotency_key"),
                        row.getString("event"),
                        row.getLong("project_id"),
                        row.getLong("merge_request_iid"),
                        row.getString("verdict"),
                        row.getString("review_request") != null,
                        row.getLong("note_id"),
                        row.getString("state")))
                .optional();
    }
}
