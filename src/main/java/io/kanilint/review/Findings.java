package io.kanilint.review;

import io.kanilint.finding.Finding;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of findings: each finding of a merge request once, with what became of it. */
@Repository
class Findings {

    /** What became of one. */
    enum State {
        OPEN,
        FIXED,
        /** Still there, and a person has resolved its thread, or asked us to say nothing about it. */
        IGNORED,
        /** Its merge request was closed. */
        CLOSED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;
    private final FindingCounts counts;
    private final ApplicationEventPublisher events;

    Findings(
            JdbcClient jdbc,
            NamedParameterJdbcOperations batches,
            FindingCounts counts,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.counts = counts;
        this.events = events;
    }

    /** The fingerprints of those that the last review no longer found. */
    Set<String> fixed(long projectId, long iid) {
        return Set.copyOf(
                jdbc.sql("""
                        SELECT fingerprint FROM finding
                        WHERE project_id = ? AND merge_request_iid = ? AND state = 'fixed'
                        """).params(projectId, iid).query(String.class).list());
    }

    /** Whether something that the merge request brought in or touched was there at the last look. */
    boolean left(long projectId, long iid) {
        return jdbc.sql("""
                        SELECT count(*) FROM finding
                        WHERE project_id = ? AND merge_request_iid = ? AND relevant AND state <> 'fixed'
                        """).params(projectId, iid).query(Integer.class).single() > 0;
    }

    /** Whether anything was there at the last look, be it only inherited. */
    boolean there(long projectId, long iid) {
        return jdbc.sql("""
                        SELECT count(*) FROM finding
                        WHERE project_id = ? AND merge_request_iid = ? AND state <> 'fixed'
                        """).params(projectId, iid).query(Integer.class).single() > 0;
    }

    /** Remembers what is there now; what is not is fixed. */
    void record(Sighting look) {
        var details = look.found().all().stream()
                .collect(Collectors.toMap(Finding::fingerprint, FindingDetail::of, (first, _) -> first));
        counts.changing(
                look.projectId(), () -> new FindingRows(jdbc, batches, look, events::publishEvent).write(details));
    }
}
