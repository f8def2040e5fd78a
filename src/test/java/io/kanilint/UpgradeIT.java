package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.standin.StandInGitLab;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Two replicas on PostgreSQL are replaced by those of another version while webhooks arrive, as the chart does it: a new
 * one comes, and when it is ready an old one is told to stop. No webhook is lost, no comment comes twice. Without
 * {@code -Dkanilint.old-jar} both versions are the same; {@code bench/upgrade.sh} gives an older one, which takes its place
 * again afterwards, and runs it with more of everything.
 */
class UpgradeIT {
    private static final Path NEW = Path.of(System.getProperty("kanilint.jar", ""));
    private static final Path OLD = Path.of(System.getProperty("kanilint.old-jar", NEW.toString()));
    private static final int RATE = Integer.getInteger("kanilint.upgrade.rate", 5);
    private static final int MERGE_REQUESTS = Integer.getInteger("kanilint.upgrade.merge-requests", 20);
    private static final Duration STEADY = Duration.ofSeconds(Integer.getInteger("kanilint.upgrade.steady", 1));
    private static final Duration DRAIN = Duration.ofSeconds(Integer.getInteger("kanilint.upgrade.drain", 4));
    private static final int KILLED_BY_SIGTERM = 128 + 15;

    @TempDir
    private Path folder;

    private final StandInGitLab gitlab = StandInGitLab.start();
    private final Map<String, String> database = Database.POSTGRESQL.settings();
    private final JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(
            database.get("spring.datasource.url"), database.get("spring.datasource.username"), ""));
    private final List<PackedService> started = new CopyOnWriteArrayList<>();
    private final Balancer balancer = new Balancer(gitlab);
    private final Map<PackedService, Instant> stopped = new ConcurrentHashMap<>();
    private int connections;

    @AfterEach
    void close() {
        balancer.close();
        started.forEach(PackedService::close);
        gitlab.close();
    }

    @Test
    void noWebhookIsLostAndNoCommentComesTwice() throws Exception {
        List<PackedService> old = Stream.generate(() -> start(OLD)).limit(2).toList();
        old.forEach(balancer::add);
        var pushes = new Pushes(gitlab, balancer, MERGE_REQUESTS);
        pushes.start(RATE);
        Thread.sleep(STEADY);
        List<PackedService> fresh = replace(old, NEW, "upgrade");
        Thread.sleep(STEADY);
        if (!OLD.equals(NEW)) {
            replace(fresh, OLD, "way back");
            Thread.sleep(STEADY);
        }
        pushes.end();
        var end = new EndOfWork(jdbc, gitlab);
        end.await();
        report(pushes, end);
        assertThat(pushes.sent())
                .filteredOn(sent -> sent.answer().status() != 202)
                .isEmpty();
        assertThat(end.count("delivery")).isEqualTo(pushes.keys());
        assertThat(end.count("scheduled_tasks")).as("only the daily one").isEqualTo(1);
        end.check(pushes.mergeRequests());
        assertThat(pushes.sent().stream().filter(this::wasStopping))
                .as("webhooks that met a replica which was stopping")
                .isNotEmpty();
    }

    /** One at a time; gives those that are there now, when those before are gone. */
    private List<PackedService> replace(List<PackedService> before, Path jar, String what) {
        long start = System.nanoTime();
        List<PackedService> now = before.stream().map(one -> swap(one, jar)).toList();
        before.forEach(one -> assertThat(one.exitCode()).as(one.output()).isEqualTo(KILLED_BY_SIGTERM));
        IO.println("%s of two replicas: %d ms until the old ones were gone".formatted(what, millisSince(start)));
        return now;
    }

    private PackedService swap(PackedService before, Path jar) {
        long start = System.nanoTime();
        PackedService replica = start(jar);
        balancer.add(replica);
        IO.println("a replica: %d ms until the new one was listed as ready".formatted(millisSince(start)));
        connections = Math.max(connections, connections());
        stopped.put(before, Instant.now());
        before.terminate();
        return replica;
    }

    private int connections() {
        return jdbc.sql("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()")
                .query(Integer.class)
                .single();
    }

    private static long millisSince(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    private boolean wasStopping(Pushes.Sent sent) {
        Instant end = stopped.get(sent.answer().by());
        return end != null && sent.at().isAfter(end);
    }

    private void report(Pushes pushes, EndOfWork end) {
        List<Pushes.Sent> sent = pushes.sent();
        List<Long> millis = sent.stream()
                .map(one -> one.answer().took().toMillis())
                .sorted()
                .toList();
        IO.println("%d webhooks sent, %d of them answered with 202; %d met a replica that was stopping"
                .formatted(
                        sent.size(),
                        sent.stream()
                                .filter(one -> one.answer().status() == 202)
                                .count(),
                        sent.stream().filter(this::wasStopping).count()));
        IO.println("answers: p50 %d ms, p99 %d ms, slowest %d ms"
                .formatted(millis.get(millis.size() / 2), millis.get(millis.size() * 99 / 100), millis.getLast()));
        IO.println(
                "%d different webhooks, %d in the table; %d looks, %d calls to GitLab; up to %d connections to PostgreSQL"
                        .formatted(
                                pushes.keys(),
                                end.count("delivery"),
                                end.count("review"),
                                gitlab.calls().size(),
                                connections));
    }

    private PackedService start(Path jar) {
        var environment = new HashMap<>(PackedService.reviewing(gitlab));
        environment.put("KANILINT_DB_URL", database.get("spring.datasource.url"));
        environment.put("KANILINT_DB_USER", database.get("spring.datasource.username"));
        environment.put("KANILINT_DRAIN", DRAIN.toSeconds() + "s");
        var replica = PackedService.start(jar, folder, "512m", environment, "serve");
        started.add(replica);
        return replica;
    }
}
