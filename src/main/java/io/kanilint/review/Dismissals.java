package io.kanilint.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The table of findings that were put aside for a whole project: in each of its merge requests they count as those of a rule
 * that is ignored. Threads and statuses follow with the next review of each merge request.
 */
@Repository
public class Dismissals {
    private static final int LONGEST_REASON = 1000;
    private static final int LONGEST_NAME = 255;

    private final JdbcClient jdbc;
    private final FindingCounts counts;
    private final ApplicationEventPublisher events;

    /** Why one is put aside. */
    public enum Kind {
        /** It is true, and nobody minds. */
        IGNORED,
        /** It is not true; this is held against its rule. */
        FALSE_ALARM;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A finding that was put aside.
     *
     * @param by who did it
     */
    public record Dismissal(
            long projectId, String fingerprint, String rule, Kind kind, String reason, String by, Instant at) {}

    Dismissals(JdbcClient jdbc, FindingCounts counts, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.counts = counts;
        this.events = events;
    }

    /**
     * Puts a finding aside; where that was done before, the last word counts.
     *
     * @return false if the project has, and had, no such finding
     */
    public boolean add(long projectId, String fingerprint, Kind kind, String reason, String who, Instant now) {
        Optional<String> rule = jdbc.sql("SELECT max(rule) FROM finding WHERE project_id = ? AND fingerprint = ?")
                .params(projectId, fingerprint)
                .query(String.class)
                .optional();
        rule.ifPresent(name -> counts.changing(projectId, () -> {
            boolean wrongBefore = of(projectId, fingerprint)
                    .filter(before -> before.kind() == Kind.FALSE_ALARM)
                    .isPresent();
            delete(projectId, fingerprint);
            if (kind == Kind.FALSE_ALARM && !wrongBefore) {
                events.publishEvent(new FindingEvent.CalledWrong(name));
            }
            jdbc.sql("""
                            INSERT INTO dismissal (project_id, fingerprint, rule, kind, reason, dismissed_by, dismissed_at)
                            VALUES (?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(List.of(
                            projectId,
                            fingerprint,
                            name,
                            kind.word(),
                            Texts.kept(reason, LONGEST_REASON),
                            Texts.kept(who, LONGEST_NAME),
                            now.atOffset(ZoneOffset.UTC)))
                    .update();
            jdbc.sql("""
                            UPDATE finding SET state = 'ignored', dismissed = TRUE
                            WHERE project_id = ? AND fingerprint = ? AND state = 'open'
                            """).params(projectId, fingerprint).update();
        }));
        return rule.isPresent();
    }

    /** Lets a finding count again; false if it was not put aside. What a person said in a merge request stays. */
    public boolean takeBack(long projectId, String fingerprint) {
        var there = new AtomicBoolean();
        counts.changing(projectId, () -> {
            there.set(delete(projectId, fingerprint));
            jdbc.sql("""
                            UPDATE finding SET dismissed = FALSE, state = CASE
                                WHEN EXISTS (SELECT 1 FROM ignored_rule
                                    WHERE ignored_rule.project_id = finding.project_id
                                        AND ignored_rule.merge_request_iid = finding.merge_request_iid
                                        AND ignored_rule.rule = finding.rule) THEN 'ignored'
                                WHEN EXISTS (SELECT 1 FROM merge_request
                                    WHERE merge_request.project_id = finding.project_id
                                        AND merge_request.iid = finding.merge_request_iid
                                        AND merge_request.state = 'closed') THEN 'closed'
                                ELSE 'open' END
                            WHERE project_id = ? AND fingerprint = ? AND state = 'ignored' AND dismissed
                            """).params(projectId, fingerprint).update();
        });
        return there.get();
    }

    private boolean delete(long projectId, String fingerprint) {
        return jdbc.sql("DELETE FROM dismissal WHERE project_id = ? AND fingerprint = ?")
                        .params(projectId, fingerprint)
                        .update()
                > 0;
    }

    /** Those of a project, the newest first. */
    public List<Dismissal> of(long projectId) {
        return jdbc.sql("SELECT * FROM dismissal WHERE project_id = ? ORDER BY dismissed_at DESC, fingerprint")
                .param(projectId)
                .query((row, _) -> dismissal(row))
                .list();
    }

    /** What was said of a finding, if it is put aside. */
    public Optional<Dismissal> of(long projectId, String fingerprint) {
        return jdbc.sql("SELECT * FROM dismissal WHERE project_id = ? AND fingerprint = ?")
                .params(projectId, fingerprint)
                .query((row, _) -> dismissal(row))
                .optional();
    }

    private static Dismissal dismissal(ResultSet row) throws SQLException {
        return new Dismissal(
                row.getLong("project_id"),
                row.getString("fingerprint"),
                row.getString("rule"),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("reason"),
                row.getString("dismissed_by"),
                row.getObject("dismissed_at", OffsetDateTime.class).toInstant());
    }

    Set<String> fingerprints(long projectId) {
        return fingerprints(jdbc, projectId);
    }

    static Set<String> fingerprints(JdbcClient jdbc, long projectId) {
        return Set.copyOf(jdbc.sql("SELECT fingerprint FROM dismissal WHERE project_id = ?")
                .param(projectId)
                .query(String.class)
                .list());
    }
}
