package io.kanilint.bench;

import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.StandInGitLab;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * How long GitLab waits for the answer to a webhook while so many arrive each second: each is a new event of one of 500
 * merge requests in 50 projects, is kept in PostgreSQL and leads to a review, all on this machine. A time counts from
 * when the hook was due, not from when the client came to send it.
 */
public final class Acknowledgement {
    private static final int PROJECTS = 50;
    private static final int MERGE_REQUESTS = 500;
    private static final Pattern UPDATED = Pattern.compile("\"updated_at\":\"[^\"]*\"");
    private static final Instant FIRST = Instant.parse("2026-03-01T00:00:00Z");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> bodies;
    private final URI hooks;
    private final StandInGitLab gitlab;
    private final AtomicLong events = new AtomicLong();
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();

    private Acknowledgement(StandInGitLab gitlab, List<String> bodies, URI hooks) {
        this.gitlab = gitlab;
        this.bodies = bodies;
        this.hooks = hooks;
    }

    /** Takes the jar and the seconds for each rate. */
    public static void main(String[] arguments) throws Exception {
        try (var postgres = EmbeddedPostgres.start();
                var gitlab = StandInGitLab.start()) {
            try (var service = ServiceProcess.start(command(arguments[0]), Map.of(), postgres, gitlab)) {
                var bench = new Acknowledgement(gitlab, bodies(gitlab), service.hooks());
                int seconds = Integer.parseInt(arguments[1]);
                bench.run(100, 15);
                IO.println("per second    sent  accepted  p50 ms  p95 ms  p99 ms  max ms");
                for (int rate : new int[] {50, 100, 200, 400}) {
                    bench.print(rate, bench.run(rate, seconds));
                }
            }
        }
    }

    private static List<String> command(String jar) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-jar",
                Path.of(jar).toAbsolutePath().toString(),
                "serve",
                "--kanilint.drain=0s",
                "--logging.level.io.kanilint.review=warn");
    }

    private static List<String> bodies(StandInGitLab gitlab) {
        var bodies = new ArrayList<String>();
        for (int i = 0; i < MERGE_REQUESTS; i++) {
            var project = gitlab.project("bench/project-" + i % PROJECTS);
            if (i < PROJECTS) {
                project.commit("main", Map.of("README.md", "# Bench\n"));
            }
            MergeRequest mergeRequest = project.mergeRequest("Change " + i)
                    .from("change-" + i)
                    .changing("README.md", "# Bench " + i + "\n")
                    .open();
            bodies.add(mergeRequest.hookBody("open"));
        }
        return bodies;
    }

    /** Times of the answers in nanoseconds, sorted; a refusal counts as an hour. */
    private long[] run(int rate, int seconds) {
        int count = rate * seconds;
        var answers = new ArrayList<CompletableFuture<Long>>(count);
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = start + i * 1_000_000_000L / rate;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            answers.add(client.sendAsync(request(), BodyHandlers.discarding())
                    .handle((answer, failure) -> time(answer, failure, due)));
        }
        long[] times = answers.stream().mapToLong(CompletableFuture::join).sorted().toArray();
        gitlab.forgetCalls();
        return times;
    }

    private long time(HttpResponse<Void> answer, Throwable failure, long due) {
        String result = failure == null ? String.valueOf(answer.statusCode()) : String.valueOf(failure);
        if (result.equals("202")) {
            return System.nanoTime() - due;
        }
        failures.merge(result, 1, Integer::sum);
        return Duration.ofHours(1).toNanos();
    }

    private HttpRequest request() {
        long event = events.incrementAndGet();
        String body = bodies.get((int) (event * 37 % bodies.size()));
        String time = "\"updated_at\":\"" + FIRST.plusSeconds(event) + "\"";
        return HttpRequest.newBuilder(hooks)
                .timeout(Duration.ofSeconds(10))
                .header("X-Gitlab-Token", ServiceProcess.TOKEN)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(UPDATED.matcher(body).replaceAll(time)))
                .build();
    }

    private void print(int rate, long[] times) {
        long accepted = Arrays.stream(times)
                .filter(time -> time < Duration.ofHours(1).toNanos())
                .count();
        IO.println("%10d %7d %9d %7.1f %7.1f %7.1f %7.1f"
                .formatted(
                        rate,
                        times.length,
                        accepted,
                        at(times, 0.5),
                        at(times, 0.95),
                        at(times, 0.99),
                        times[times.length - 1] / 1e6));
        failures.forEach((what, often) -> IO.println("           %d times %s".formatted(often, what)));
        failures.clear();
    }

    private static double at(long[] times, double share) {
        return times[(int) Math.min(times.length - 1, Math.ceil(share * times.length) - 1)] / 1e6;
    }
}
