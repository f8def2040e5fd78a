package io.kanilint.delivery;

import io.kanilint.command.CommandNote;
import io.kanilint.command.ReviewResult;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of commands: each comment that may be one, and how far it has come. */
@Repository
class CommandLog {
    private static final int LONGEST = 1000;
    private static final String WAITING = "waiting";
    /** It waits for its answer, which is that the review that it needed could not be made. */
    private static final String UNREVIEWED = "unreviewed";

    private final JdbcClient jdbc;

    /**
     * A command.
     *
     * @param deliveryKey the delivery that told of it first, or had it tried again
     * @param review what came of the review that it needed; null as long as there was none
     */
    record Entry(
            CommandNote note,
            String deliveryKey,
            String state,
            @Nullable ReviewResult review) {
        boolean waits() {
            return state.equals(WAITING) || state.equals(UNREVIEWED);
        }
    }

    CommandLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a command; false if that comment is known. */
    boolean add(Hook.Note note, String deliveryKey, Instant now) {
        return jdbc.sql("""
                                INSERT INTO command (note_id, project_id, merge_request_iid, author_id, text, delivery_key,
                                    state, received_at)
                                VALUES (?, ?, ?, ?, ?, ?, 'waiting', ?)
                                ON CONFLICT DO NOTHING
                                """)
                        .params(List.of(
                                note.noteId(),
                                note.projectId(),
                                note.iid(),
                                note.authorId(),
                                note.text(),
                                deliveryKey,
                                now.atOffset(ZoneOffset.UTC)))
                        .update()
                > 0;
    }

    /** Lets a command that failed be tried again, for the delivery that asks for it; false if it did not fail. */
    boolean retry(long noteId, String deliveryKey) {
        return jdbc.sql("""
                                UPDATE command SET state = 'waiting', delivery_key = ?, review_request = NULL,
                                    review_outcome = NULL, outcome = NULL, finished_at = NULL
                                WHERE note_id = ? AND state = 'failed'
                                """).params(deliveryKey, noteId).update() > 0;
    }

    /** How many somebody wrote in a merge request since a time. */
    int count(Hook.Note note, Instant since) {
        return jdbc.sql("""
                        SELECT count(*) FROM command
                        WHERE project_id = ? AND merge_request_iid = ? AND author_id = ? AND received_at > ?
                        """)
                .params(note.projectId(), note.iid(), note.authorId(), since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    Optional<Entry> find(long noteId) {
        return jdbc.sql("""
                        SELECT project_id, merge_request_iid, text, delivery_key, state, review_outcome FROM command
                        WHERE note_id = ?
                        """)
                .param(noteId)
                .query((row, _) -> new Entry(
                        new CommandNote(
                                row.getLong("project_id"),
                                row.getLong("merge_request_iid"),
                                noteId,
                                row.getString("text")),
                        row.getString("delivery_key"),
                        row.getString("state"),
                        review(row.getString("state"), row.getString("review_outcome"))))
                .optional();
    }

    private static @Nullable ReviewResult review(String state, @Nullable String text) {
        return text == null ? null : new ReviewResult(!state.equals(UNREVIEWED), text);
    }

    /** Says that a command waits for a review. */
    void waitFor(long noteId, String name, long request) {
        jdbc.sql("UPDATE command SET name = ?, state = 'reviewing', review_request = ? WHERE note_id = ?")
                .params(name, request, noteId)
                .update();
    }

    /** Gives what came of a review to the commands that waited for it; gives their comments. */
    List<Long> reviewed(long projectId, long iid, long request, ReviewResult result) {
        List<Long> waiting = jdbc.sql("""
                        SELECT note_id FROM command
                        WHERE project_id = ? AND merge_request_iid = ? AND state = 'reviewing' AND review_request <= ?
                        """)
                .params(projectId, iid, request)
                .query((row, _) -> row.getLong("note_id"))
                .list();
        waiting.forEach(noteId -> jdbc.sql("UPDATE command SET state = ?, review_outcome = ? WHERE note_id = ?")
                .params(result.done() ? WAITING : UNREVIEWED, HookFields.cut(result.text(), LONGEST), noteId)
                .update());
        return waiting;
    }

    /** Says how a command ended; the text of what was no command is forgotten. */
    void end(long noteId, @Nullable String name, String state, String outcome, Instant now) {
        jdbc.sql("""
                        UPDATE command SET name = COALESCE(NULLIF(:name, ''), name), state = :state, outcome = :outcome,
                            text = CASE WHEN :state = 'ignored' THEN '' ELSE text END, finished_at = :now
                        WHERE note_id = :note
                        """)
                .param("name", name == null ? "" : name)
                .param("state", state)
                .param("outcome", HookFields.cut(outcome, LONGEST))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("note", noteId)
                .update();
    }
}
