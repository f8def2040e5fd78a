package io.kanilint.review;

import io.kanilint.finding.Finding;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the findings of one look, in as many statements for hundreds as for one. */
final class FindingRows {
    private static final int LONGEST_NAME = 1000;
    private static final int LONGEST_MESSAGE = 4000;
    private static final String THOSE_OF_IT = " WHERE project_id = :project AND merge_request_iid = :iid";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;
    private final Sighting look;
    private final Consumer<FindingEvent> events;
    private final OffsetDateTime now;

    private record Row(long id, String state, @Nullable String thread, boolean relevant, boolean detailed) {}

    /** @param events hears of what was added and what is fixed */
    FindingRows(JdbcClient jdbc, NamedParameterJdbcOperations batches, Sighting look, Consumer<FindingEvent> events) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.look = look;
        this.events = events;
        this.now = look.at().atOffset(ZoneOffset.UTC);
    }

    void write(Map<String, FindingDetail> details) {
        Map<String, Row> known = rows();
        var seen = new LinkedHashMap<String, Finding>();
        look.found().all().forEach(finding -> seen.putIfAbsent(finding.fingerprint(), finding));
        // Read here: somebody may have put one aside while the review ran.
        Set<String> dismissed = Dismissals.fingerprints(jdbc, look.projectId());
        List<SqlParameterSource> added = parameters(seen, known, dismissed, false);
        batch("""
                INSERT INTO finding (project_id, merge_request_iid, fingerprint, rule, severity, severity_rank, job, file, line,
                    message, relevant, state, dismissed, thread_id, first_seen_at, last_seen_at)
                VALUES (:project, :iid, :fingerprint, :rule, :severity, :rank, :job, :file, :line,
                    :message, :relevant, :state, :dismissed, :thread, :now, :now)
                """, added);
        tellOf(added);
        batch("""
                UPDATE finding SET severity = :severity, severity_rank = :rank, job = :job, file = :file, line = :line,
                    message = :message, relevant = :relevant, state = :state, dismissed = :dismissed, last_seen_at = :now,
                    fixed_at = NULL, applied = FALSE
                WHERE id = :id
                """, parameters(seen, known, dismissed, true));
        if (look.found().whole()) {
            fix(seen.keySet(), known);
        }
        batch(
                "UPDATE finding SET thread_id = :thread WHERE id = :id",
                known.entrySet().stream()
                        .filter(row -> look.threads().containsKey(row.getKey())
                                && !Objects.equals(row.getValue().thread, thread(row.getKey())))
                        .map(row -> one(row.getValue().id).addValue("thread", thread(row.getKey())))
                        .toList());
        detail(details, known, added.isEmpty() ? known : rows());
    }

    private void tellOf(List<SqlParameterSource> added) {
        Map<String, Long> byRule = added.stream()
                .filter(row -> Boolean.TRUE.equals(row.getValue("relevant")))
                .collect(Collectors.groupingBy(row -> String.valueOf(row.getValue("rule")), Collectors.counting()));
        if (!byRule.isEmpty()) {
            events.accept(new FindingEvent.Added(byRule));
        }
    }

    private Map<String, Row> rows() {
        var rows = new LinkedHashMap<String, Row>();
        jdbc.sql("""
                        SELECT id, fingerprint, state, thread_id, relevant, finding_id FROM finding
                        LEFT JOIN finding_detail ON finding_id = id
                        """ + THOSE_OF_IT)
                .param("project", look.projectId())
                .param("iid", look.iid())
                .query(row -> {
                    long id = row.getLong("id");
                    boolean detailed = row.getObject("finding_id") != null;
                    rows.put(
                            row.getString("fingerprint"),
                            new Row(
                                    id,
                                    row.getString("state"),
                                    row.getString("thread_id"),
                                    row.getBoolean("relevant"),
                                    detailed));
                });
        return rows;
    }

    private List<SqlParameterSource> parameters(
            Map<String, Finding> seen, Map<String, Row> known, Set<String> dismissed, boolean old) {
        Found found = look.found();
        Set<String> relevant =
                found.relevant().stream().map(Finding::fingerprint).collect(Collectors.toCollection(HashSet::new));
        relevant.addAll(found.ignored());
        return seen.entrySet().stream()
                .filter(entry -> known.containsKey(entry.getKey()) == old)
                .<SqlParameterSource>map(entry -> {
                    String fingerprint = entry.getKey();
                    Finding finding = entry.getValue();
                    boolean aside = dismissed.contains(fingerprint);
                    boolean ignored = look.resolved().contains(fingerprint)
                            || (found.ignored().contains(fingerprint)
                                    && !found.dismissed().contains(fingerprint));
                    Row row = known.get(fingerprint);
                    return one(row == null ? 0 : row.id)
                            .addValue("project", look.projectId())
                            .addValue("iid", look.iid())
                            .addValue("fingerprint", fingerprint)
                            .addValue("rule", finding.rule())
                            .addValue("severity", finding.severity().word())
                            .addValue("rank", rank(finding))
                            .addValue("job", Texts.kept(finding.job(), LONGEST_NAME))
                            .addValue("file", Texts.kept(finding.span().source().path(), LONGEST_NAME))
                            .addValue("line", finding.span().startLine())
                            .addValue("message", Texts.kept(finding.message(), LONGEST_MESSAGE))
                            .addValue("relevant", relevant.contains(fingerprint))
                            .addValue("state", (ignored || aside ? Findings.State.IGNORED : Findings.State.OPEN).word())
                            .addValue("dismissed", aside && !ignored)
                            .addValue("thread", thread(fingerprint))
                            .addValue("now", now);
                })
                .toList();
    }

    private static int rank(Finding finding) {
        return switch (finding.severity()) {
            case ERROR -> 0;
            case WARNING -> 1;
            case INFO -> 2;
        };
    }

    private @Nullable String thread(String fingerprint) {
        return look.threads().get(fingerprint);
    }

    /** What is gone is fixed. Whether by our own fix, the file tells that it was in. */
    private void fix(Set<String> seen, Map<String, Row> known) {
        List<Row> gone = known.entrySet().stream()
                .filter(row ->
                        !seen.contains(row.getKey()) && !row.getValue().state.equals("fixed"))
                .map(Map.Entry::getValue)
                .toList();
        if (gone.isEmpty()) {
            return;
        }
        var applied = new HashMap<Long, Boolean>();
        jdbc.sql("""
                        SELECT id, file, fix_lines FROM finding JOIN finding_detail ON finding_id = id
                        """ + THOSE_OF_IT + " AND state <> 'fixed' AND fix_lines IS NOT NULL")
                .param("project", look.projectId())
                .param("iid", look.iid())
                .query(row -> {
                    String traces = row.getString("fix_lines");
                    applied.put(
                            row.getLong("id"),
                            look.file()
                                    .apply(row.getString("file"))
                                    .filter(text -> FixTraces.in(text, traces))
                                    .isPresent());
                });
        batch(
                """
                UPDATE finding SET state = 'fixed', fixed_at = :now, applied = :applied, dismissed = FALSE
                WHERE id = :id
                """,
                gone.stream()
                        .map(row -> one(row.id)
                                .addValue("now", now)
                                .addValue("applied", applied.getOrDefault(row.id, false)))
                        .toList());
        Map<Boolean, Long> relevant = gone.stream()
                .filter(Row::relevant)
                .collect(Collectors.partitioningBy(row -> applied.getOrDefault(row.id, false), Collectors.counting()));
        events.accept(new FindingEvent.Fixed(relevant.getOrDefault(true, 0L), relevant.getOrDefault(false, 0L)));
    }

    private void detail(Map<String, FindingDetail> details, Map<String, Row> known, Map<String, Row> all) {
        Map<Boolean, List<SqlParameterSource>> parameters = details.entrySet().stream()
                .flatMap(entry -> Stream.ofNullable(all.get(entry.getKey()))
                        .map(row -> Map.entry(
                                known.containsKey(entry.getKey()) && row.detailed, detail(row.id, entry.getValue()))))
                .collect(Collectors.partitioningBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        batch("""
                INSERT INTO finding_detail (finding_id, head_sha, excerpt, first_line, start_line, end_line, fix_title, fix_safe,
                    fix_patch, fix_lines)
                VALUES (:id, :head, :excerpt, :first, :start, :end, :title, :safe, :patch, :traces)
                """, parameters.getOrDefault(false, List.of()));
        batch("""
                UPDATE finding_detail SET head_sha = :head, excerpt = :excerpt, first_line = :first, start_line = :start,
                    end_line = :end, fix_title = :title, fix_safe = :safe, fix_patch = :patch, fix_lines = :traces
                WHERE finding_id = :id
                """, parameters.getOrDefault(true, List.of()));
    }

    private SqlParameterSource detail(long id, FindingDetail detail) {
        FindingDetail.Kept fix = detail.fix();
        return one(id).addValue("head", look.headSha())
                .addValue("excerpt", detail.excerpt())
                .addValue("first", detail.firstLine())
                .addValue("start", detail.startLine())
                .addValue("end", detail.endLine())
                .addValue("title", fix == null ? null : fix.title())
                .addValue("safe", fix == null ? null : fix.safe())
                .addValue("patch", fix == null ? null : fix.patch())
                .addValue("traces", fix == null ? null : fix.traces());
    }

    private static MapSqlParameterSource one(long id) {
        return new MapSqlParameterSource("id", id);
    }

    private void batch(String sql, List<? extends SqlParameterSource> parameters) {
        if (!parameters.isEmpty()) {
            batches.batchUpdate(sql, parameters.toArray(SqlParameterSource[]::new));
        }
    }
}
