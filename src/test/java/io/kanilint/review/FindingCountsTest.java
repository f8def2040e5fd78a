package io.kanilint.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.Database;
import io.kanilint.RunningService;
import io.kanilint.SharedService;
import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.finding.Severity;
import io.kanilint.text.Edit;
import io.kanilint.text.Source;
import io.kanilint.text.Span;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A project's findings are counted right, at any time and without many words to the database. */
class FindingCountsTest {
    private static final AtomicLong PROJECTS = new AtomicLong(61_000_000);
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final long project = PROJECTS.incrementAndGet();

    @ParameterizedTest
    @EnumSource
    void theSameFindingInSeveralMergeRequestsIsOne(Database database) {
        var service = service(database);
        Findings findings = service.bean(Findings.class);
        findings.record(look(1, findings(3), Map.of("1", "thread"), Set.of()));
        findings.record(look(2, findings(2), Map.of(), Set.of()));
        assertThat(counts(service)).containsExactly("open 3 1");
        findings.record(look(1, List.of(), Map.of(), Set.of()));
        assertThat(counts(service)).as("open wins").containsExactly("fixed 1 0", "open 2 1");
        Finding first = findings(1).getFirst();
        findings.record(look(2, findings(2), Map.of(), Set.of(first.fingerprint())));
        assertThat(counts(service))
                .as("ignored wins over fixed")
                .containsExactly("fixed 1 0", "ignored 1 0", "open 1 1");
    }

    @ParameterizedTest
    @EnumSource
    void reviewsAtTheSameTimeAreAllCounted(Database database) throws Exception {
        var service = service(database);
        Findings findings = service.bean(Findings.class);
        try (var people = Executors.newFixedThreadPool(4)) {
            List<Callable<Boolean>> reviews = IntStream.range(0, 24)
                    .<Callable<Boolean>>mapToObj(number -> () -> {
                        findings.record(
                                look(number, List.of(finding(100 + number), finding(number % 3)), Map.of(), Set.of()));
                        return true;
                    })
                    .toList();
            assertThat(people.invokeAll(reviews)).extracting(Future::get).containsOnly(true);
        }
        assertThat(counts(service)).containsExactly("open 27 0");
    }

    @ParameterizedTest
    @EnumSource
    void hundredsTakeAsFewStatementsAsOne(Database database) {
        var service = service(database);
        var statements = new AtomicInteger();
        DataSource counted = counted(service.bean(DataSource.class), statements);
        var jdbc = JdbcClient.create(counted);
        var counts = new FindingCounts(jdbc, new TransactionTemplate(new JdbcTransactionManager(counted)));
        var findings = new Findings(jdbc, new NamedParameterJdbcTemplate(counted), counts, _ -> {});
        findings.record(look(1, findings(200), Map.of("7", "thread"), Set.of()));
        assertThat(statements.getAndSet(0)).isLessThanOrEqualTo(8);
        findings.record(look(1, findings(200), Map.of("7", "other"), Set.of()));
        assertThat(statements.getAndSet(0)).isLessThanOrEqualTo(8);
        findings.record(look(1, findings(1), Map.of(), Set.of()));
        assertThat(statements.getAndSet(0)).isLessThanOrEqualTo(9);
        assertThat(counts(service)).containsExactly("fixed 199 1", "open 1 0");
    }

    private RunningService service(Database database) {
        var service = SharedService.on(database);
        service.database().sql("""
                        INSERT INTO project (id, path, web_url, first_seen_at, last_reviewed_at)
                        SELECT ?, 'g/p', '', now(), now() WHERE NOT EXISTS (SELECT 1 FROM project WHERE id = ?)
                        """).params(project, project).update();
        return service;
    }

    private static DataSource counted(DataSource source, AtomicInteger statements) {
        return new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws java.sql.SQLException {
                Connection connection = super.getConnection();
                return (Connection) Proxy.newProxyInstance(
                        getClass().getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                            if (method.getName().equals("prepareStatement")) {
                                statements.incrementAndGet();
                            }
                            try {
                                return method.invoke(connection, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
            }
        };
    }

    private Sighting look(long iid, List<Finding> all, Map<String, String> threads, Set<String> resolved) {
        Map<String, String> ids = threads.entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(
                        entry -> finding(Integer.parseInt(entry.getKey())).fingerprint(), Map.Entry::getValue));
        var found = new Found(all, all, Set.of(), Set.of());
        return new Sighting(project, iid, "a1b2c3", found, ids, resolved, _ -> Optional.empty(), NOW);
    }

    private static List<Finding> findings(int count) {
        return IntStream.range(0, count).mapToObj(FindingCountsTest::finding).toList();
    }

    private static Finding finding(int number) {
        var source = new Source("ci.yml", "a\nb\nc\n");
        var fix = new Fix("Fix it", true, List.of(new Edit("ci.yml", 2, 2, List.of("d"))));
        return new Finding(
                "rule", Severity.ERROR, "job-" + number, new Span(source, 2, 3), "Message.", List.of(), List.of(fix));
    }

    private List<String> counts(RunningService service) {
        return service.database()
                .sql("SELECT state, amount, shown FROM finding_count WHERE project_id = ? ORDER BY state")
                .param(project)
                .query((row, _) -> row.getString(1) + " " + row.getInt(2) + " " + row.getInt(3))
                .list();
    }
}
