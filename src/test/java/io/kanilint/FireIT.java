package io.kanilint;

import static io.kanilint.standin.Times.always;
import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.demo.Seed;
import io.kanilint.standin.Calls;
import io.kanilint.standin.Discussion;
import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.StandInGitLab;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Two replicas that are killed in turn, a database that drops its connections, a GitLab that spoils a tenth of its
 * answers, deliveries that come twice and in any order: in the end each finding at the newest head of each merge request
 * has one thread. {@code bench/fire.sh} runs it with more of everything.
 */
class FireIT {
    private static final int MERGE_REQUESTS = Integer.getInteger("kanilint.fire.merge-requests", 20);
    private static final int PROJECTS = Integer.getInteger("kanilint.fire.projects", 5);
    private static final int KILLS = Integer.getInteger("kanilint.fire.kills", 2);
    private static final int PUSHES = 2;
    /** Longer than the replicas wait: they hear of a call that has hung when it is given up, GitLab does it later. */
    private static final Duration HANG = Duration.ofSeconds(3);

    @TempDir
    private Path folder;

    private final StandInGitLab gitlab = StandInGitLab.start();
    private final Map<String, String> database = Database.POSTGRESQL.settings();
    private final JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(
            database.get("spring.datasource.url"), database.get("spring.datasource.username"), ""));
    private final Replicas replicas = new Replicas(gitlab, this::start);

    @AfterEach
    void close() {
        replicas.close();
        gitlab.close();
    }

    @Test
    void eachFindingHasOneThreadInTheEnd() throws Exception {
        List<MergeRequest> mergeRequests = open();
        replicas.start();
        spoilATenth();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Future<?>>();
            for (int i = 0; i < MERGE_REQUESTS; i++) {
                MergeRequest mergeRequest = mergeRequests.get(i);
                long seed = i;
                work.add(people.submit(() -> {
                    push(mergeRequest, new Random(seed));
                    return null;
                }));
            }
            for (int kill = 0; kill < KILLS; kill++) {
                Thread.sleep(ThreadLocalRandom.current().nextInt(500, 2_500));
                replicas.killOne();
                if (kill == 0) {
                    cutConnections();
                }
            }
            for (Future<?> done : work) {
                done.get();
            }
        }
        gitlab.heal();
        Thread.sleep(HANG);
        var end = new EndOfWork(jdbc, gitlab);
        end.await();
        end.check(mergeRequests);
        assertThat(mergeRequests)
                .allSatisfy(mergeRequest -> assertThat(mergeRequest.threads())
                        .filteredOn(thread -> !thread.resolved())
                        .extracting(Discussion::line)
                        .containsExactly(Optional.of(12)));
        IO.println("%d deliveries, %d looks, %d calls to GitLab, %d kills"
                .formatted(
                        end.count("delivery"),
                        end.count("review"),
                        gitlab.calls().size(),
                        KILLS));
    }

    private List<MergeRequest> open() {
        var projects = IntStream.range(0, PROJECTS)
                .mapToObj(i -> gitlab.project("fire/project-" + i))
                .toList();
        projects.forEach(project -> project.commit("main", Map.of("README.md", "# Shop\n")));
        return IntStream.range(0, MERGE_REQUESTS)
                .mapToObj(i -> projects.get(i % PROJECTS)
                        .mergeRequest("Change " + i)
                        .from("change-" + i)
                        .changing(".gitlab-ci.yml", Seed.CI_FILE)
                        .open())
                .toList();
    }

    /** Opened, pushed to a few times; each event is told of by up to three hooks, some of them twice. */
    private void push(MergeRequest mergeRequest, Random random) throws InterruptedException {
        var bodies = new ArrayList<>(Collections.nCopies(1 + random.nextInt(3), mergeRequest.hookBody("open")));
        for (int push = 0; push < PUSHES; push++) {
            Thread.sleep(random.nextInt(2_000));
            String file = push < PUSHES - 1 && random.nextBoolean()
                    ? CiFiles.ONE_BUILD
                    : "# %d\n".formatted(push) + Seed.CI_FILE;
            mergeRequest.push(Map.of(".gitlab-ci.yml", file));
            bodies.addAll(Collections.nCopies(1 + random.nextInt(3), mergeRequest.hookBody("update")));
            Collections.shuffle(bodies, random);
            bodies.forEach(body -> replicas.deliver(body, random));
        }
    }

    private void spoilATenth() {
        gitlab.fail(always(), some("")).rateLimited(Duration.ofSeconds(1));
        gitlab.fail(always(), some("")).with(502);
        gitlab.fail(always(), some("")).losingTheReply();
        gitlab.fail(always(), some("")).cuttingTheAnswer();
        gitlab.fail(always(), some("")).hangingFor(HANG);
    }

    /** One in fifty. */
    private static Calls some(String method) {
        return (used, _) ->
                used.startsWith(method) && ThreadLocalRandom.current().nextInt(50) == 0;
    }

    private void cutConnections() {
        jdbc.sql("""
                        SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                        WHERE datname = current_database() AND pid <> pg_backend_pid()
                        """).query(Integer.class).single();
    }

    private PackedService start() {
        var environment = new HashMap<>(PackedService.reviewing(gitlab));
        environment.put("KANILINT_DB_URL", database.get("spring.datasource.url"));
        environment.put("KANILINT_DB_USER", database.get("spring.datasource.username"));
        return PackedService.start(
                folder,
                environment,
                "serve",
                "--kanilint.gitlab.connect-timeout=500ms",
                "--kanilint.gitlab.read-timeout=1s",
                "--kanilint.retry.first=200ms",
                "--kanilint.retry.longest=2s",
                "--logging.level.io.kanilint.review=warn");
    }
}
