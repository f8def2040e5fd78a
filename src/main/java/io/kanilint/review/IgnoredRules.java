package io.kanilint.review;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of rules that people asked us to say nothing about in one merge request. */
@Repository
public class IgnoredRules {
    private static final int LONGEST_REASON = 1000;

    private final JdbcClient jdbc;

    IgnoredRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The rules that are ignored in a merge request. */
    Set<String> of(long projectId, long iid) {
        return Set.copyOf(jdbc.sql("SELECT rule FROM ignored_rule WHERE project_id = ? AND merge_request_iid = ?")
                .params(projectId, iid)
                .query(String.class)
                .list());
    }

    /**
     * Ignores a rule in a merge request; the first reason stays.
     *
     * @param reason why, for people
     * @param userId who asked for it
     * @param noteId the comment that asks for it
     */
    public void add(long projectId, long iid, String rule, String reason, long userId, long noteId, Instant now) {
        jdbc.sql("""
                        INSERT INTO ignored_rule (project_id, merge_request_iid, rule, reason, user_id, note_id, ignored_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """)
                .params(List.of(
                        projectId,
                        iid,
                        rule,
                        Texts.kept(reason, LONGEST_REASON),
                        userId,
                        noteId,
                        now.atOffset(ZoneOffset.UTC)))
                .update();
    }
}
