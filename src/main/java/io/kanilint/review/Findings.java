package io.kanilint.review;

import io.kanilint.finding.Finding;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of findings: each finding of a merge request once, with what became of it. */
@Repository
class Findings {

    /** What became of one. */
    enum State {
        OPEN,
        FIXED,
        /** Still there, and a person has resolved its thread. */
        IGNORED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int LONGEST_NAME = 1000;
    private static final int LONGEST_MESSAGE = 4000;

    private final JdbcClient jdbc;

    Findings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The fingerprints of those that the last review no longer found. */
    Set<String> fixed(long projectId, long iid) {
        return states(projectId, iid).entrySet().stream()
                .filter(entry -> entry.getValue().equals(State.FIXED.word()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Whether something that the merge request brought in or touched was there at the last look. */
    boolean left(long projectId, long iid) {
        return jdbc.sql("""
                        SELECT count(*) FROM finding
                        WHERE project_id = ? AND merge_request_iid = ? AND relevant AND state <> 'fixed'
                        """).params(projectId, iid).query(Integer.class).single() > 0;
    }

    private Map<String, String> states(long projectId, long iid) {
        var states = new LinkedHashMap<String, String>();
        jdbc.sql("SELECT fingerprint, state FROM finding WHERE project_id = ? AND merge_request_iid = ?")
                .params(projectId, iid)
                .query(row -> {
                    states.put(row.getString("fingerprint"), row.getString("state"));
                });
        return states;
    }

    /**
     * Remembers what is there now; what is not is fixed.
     *
     * @param threads the ids of the threads by fingerprint, where there are any
     * @param ignored the fingerprints of those whose thread a person resolved
     */
    void record(long projectId, long iid, Found found, Map<String, String> threads, Set<String> ignored, Instant now) {
        Map<String, String> known = states(projectId, iid);
        Set<String> relevant =
                found.relevant().stream().map(Finding::fingerprint).collect(Collectors.toCollection(HashSet::new));
        relevant.addAll(found.ignored());
        var seen = new LinkedHashMap<String, Finding>();
        found.all().forEach(finding -> seen.putIfAbsent(finding.fingerprint(), finding));
        seen.forEach((fingerprint, finding) -> {
            State state =
                    ignored.contains(fingerprint) || found.ignored().contains(fingerprint) ? State.IGNORED : State.OPEN;
            if (!known.containsKey(fingerprint)) {
                insert(projectId, iid, fingerprint, finding, now);
            }
            update(projectId, iid, fingerprint, finding, relevant.contains(fingerprint), state, now);
        });
        known.keySet().stream()
                .filter(fingerprint -> !seen.containsKey(fingerprint))
                .forEach(fingerprint -> state(projectId, iid, fingerprint, State.FIXED));
        threads.forEach((fingerprint, thread) -> jdbc.sql("""
                        UPDATE finding SET thread_id = ?
                        WHERE project_id = ? AND merge_request_iid = ? AND fingerprint = ?
                        """)
                .params(List.of(thread, projectId, iid, fingerprint))
                .update());
    }

    private void insert(long projectId, long iid, String fingerprint, Finding finding, Instant now) {
        OffsetDateTime time = now.atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                        INSERT INTO finding (project_id, merge_request_iid, fingerprint, rule, severity, job, file, line,
                            message, relevant, state, first_seen_at, last_seen_at)
                        VALUES (?, ?, ?, ?, '', '', '', 0, '', FALSE, 'open', ?, ?)
                        ON CONFLICT DO NOTHING
                        """)
                .params(List.of(projectId, iid, fingerprint, finding.rule(), time, time))
                .update();
    }

    private void update(
            long projectId, long iid, String fingerprint, Finding finding, boolean relevant, State state, Instant now) {
        jdbc.sql("""
                        UPDATE finding SET severity = ?, job = ?, file = ?, line = ?, message = ?, relevant = ?, state = ?,
                            last_seen_at = ?
                        WHERE project_id = ? AND merge_request_iid = ? AND fingerprint = ?
                        """)
                .params(List.of(
                        finding.severity().word(),
                        Texts.kept(finding.job(), LONGEST_NAME),
                        Texts.kept(finding.span().source().path(), LONGEST_NAME),
                        finding.span().startLine(),
                        Texts.kept(finding.message(), LONGEST_MESSAGE),
                        relevant,
                        state.word(),
                        now.atOffset(ZoneOffset.UTC),
                        projectId,
                        iid,
                        fingerprint))
                .update();
    }

    private void state(long projectId, long iid, String fingerprint, State state) {
        jdbc.sql("""
                        UPDATE finding SET state = ?
                        WHERE project_id = ? AND merge_request_iid = ? AND fingerprint = ?
                        """).params(List.of(state.word(), projectId, iid, fingerprint)).update();
    }
}
