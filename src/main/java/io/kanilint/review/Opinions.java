package io.kanilint.review;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of what people think of our comments. */
@Repository
public class Opinions {
    private static final String THUMBS_DOWN = "thumbsdown";
    private static final String IGNORE = "ignore";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    /**
     * What people think of a rule.
     *
     * @param thumbsDown how many thumbs are down now on comments about it
     * @param ignored how often it was ignored in a merge request
     * @param falseAlarms how many of its findings an administrator called false alarms
     * @param wrong how many of the findings that were shown in threads were called so, or have a thumb down; each once
     * @param shown how many findings were shown in threads
     */
    public record OfRule(String rule, int thumbsDown, int ignored, int falseAlarms, int wrong, int shown) {

        /** The part of what was shown that nobody called wrong; of nothing there is none. */
        public OptionalDouble precision() {
            return shown == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - (double) wrong / shown);
        }
    }

    /**
     * A comment of ours that is judged.
     *
     * @param threadId the thread that it is in
     * @param text what it says, with its hidden last line
     */
    public record Judged(long projectId, long iid, long noteId, String threadId, String text) {}

    Opinions(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * Keeps a thumbs-down; gives the rule, or nothing if the comment is none of ours about a finding. What it says is not
     * enough for that, since people can copy it: we must have opened this very thread for that finding.
     */
    public Optional<String> thumbsDown(Judged comment, long userId, Instant now) {
        return Marker.fingerprint(comment.text())
                .flatMap(fingerprint -> jdbc.sql("""
                                SELECT rule FROM finding
                                WHERE project_id = ? AND merge_request_iid = ? AND fingerprint = ? AND thread_id = ?
                                """)
                        .params(List.of(comment.projectId(), comment.iid(), fingerprint, comment.threadId()))
                        .query(String.class)
                        .optional()
                        .map(rule -> {
                            if (add(comment, userId, THUMBS_DOWN, rule, fingerprint, now)) {
                                events.publishEvent(new FindingEvent.CalledWrong(rule));
                            }
                            return rule;
                        }));
    }

    /** Takes a thumbs-down back; false if there was none. */
    public boolean takeBack(long noteId, long userId) {
        return jdbc.sql("DELETE FROM feedback WHERE note_id = ? AND user_id = ? AND kind = ?")
                        .params(noteId, userId, THUMBS_DOWN)
                        .update()
                > 0;
    }

    /** Keeps that somebody had a rule ignored, in the thread of a finding or for the merge request as a whole. */
    public void ignored(Judged comment, long userId, String rule, Instant now) {
        add(comment, userId, IGNORE, rule, Marker.fingerprint(comment.text()).orElse(""), now);
    }

    /**
     * All rules that somebody has judged or that were shown, the least liked first. A finding is the same one in all merge
     * requests of its project.
     */
    public List<OfRule> byRule() {
        return jdbc.sql("""
                        SELECT rule, sum(down) AS down, sum(ignored) AS ignored, sum(alarms) AS alarms, sum(wrong) AS wrong,
                            sum(shown) AS shown
                        FROM (
                            SELECT rule, CASE WHEN kind = 'thumbsdown' THEN 1 ELSE 0 END AS down,
                                CASE WHEN kind = 'ignore' THEN 1 ELSE 0 END AS ignored, 0 AS alarms, 0 AS wrong, 0 AS shown
                            FROM feedback
                            UNION ALL
                            SELECT rule, 0, 0, 1, 0, 0 FROM dismissal WHERE kind = 'false_alarm'
                            UNION ALL
                            SELECT rule, 0, 0, 0, 1, 0 FROM (
                                SELECT rule, project_id, fingerprint FROM feedback WHERE kind = 'thumbsdown'
                                UNION
                                SELECT rule, project_id, fingerprint FROM dismissal WHERE kind = 'false_alarm') judged
                            WHERE EXISTS (SELECT 1 FROM finding
                                WHERE finding.project_id = judged.project_id AND finding.fingerprint = judged.fingerprint
                                    AND finding.thread_id IS NOT NULL)
                            UNION ALL
                            SELECT rule, 0, 0, 0, 0, shown FROM finding_count WHERE shown > 0) figures
                        GROUP BY rule ORDER BY sum(down) + sum(ignored) + sum(alarms) DESC, rule
                        """)
                .query((row, _) -> new OfRule(
                        row.getString("rule"),
                        row.getInt("down"),
                        row.getInt("ignored"),
                        row.getInt("alarms"),
                        row.getInt("wrong"),
                        row.getInt("shown")))
                .list();
    }

    /** False if it was kept before. */
    private boolean add(Judged comment, long userId, String kind, String rule, String fingerprint, Instant now) {
        return jdbc.sql("""
                        INSERT INTO feedback (note_id, user_id, kind, project_id, merge_request_iid, rule, fingerprint,
                            given_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """)
                        .params(List.of(
                                comment.noteId(),
                                userId,
                                kind,
                                comment.projectId(),
                                comment.iid(),
                                rule,
                                fingerprint,
                                now.atOffset(ZoneOffset.UTC)))
                        .update()
                > 0;
    }
}
