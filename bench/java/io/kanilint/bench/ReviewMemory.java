package io.kanilint.bench;

import io.kanilint.demo.Seed;
import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.StandInGitLab;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * How much memory the service takes after many reviews, each of which finds a job with several builds, proves a repair and
 * opens a thread: ten merge requests in each project, ten webhooks a second. Takes the unpacked service's folder, the number
 * of reviews, and Java's options.
 */
public final class ReviewMemory {
    private static final int IN_A_PROJECT = 10;
    private static final int STEPS = 4;
    private static final long BETWEEN = Duration.ofMillis(100).toNanos();
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private ReviewMemory() {}

    public static void main(String[] arguments) throws Exception {
        int reviews = Integer.parseInt(arguments[1]);
        try (var postgres = EmbeddedPostgres.start();
                var gitlab = StandInGitLab.start()) {
            List<MergeRequest> mergeRequests = open(gitlab, reviews);
            List<String> command = List.of(
                    arguments[0] + "/bin/kanilint",
                    "serve",
                    "--kanilint.drain=0s",
                    "--logging.level.io.kanilint.review=warn");
            try (var service =
                    ServiceProcess.start(command, Map.of("JAVA_TOOL_OPTIONS", arguments[2]), postgres, gitlab)) {
                URI hooks = service.hooks();
                print("ready", service);
                for (int step = 0; step < STEPS; step++) {
                    var part = mergeRequests.subList(reviews * step / STEPS, reviews * (step + 1) / STEPS);
                    send(part, hooks);
                    awaitThreads(part, service);
                    gitlab.forgetCalls();
                    print(reviews * (step + 1) / STEPS + " reviews", service);
                }
            }
        }
    }

    private static List<MergeRequest> open(StandInGitLab gitlab, int count) {
        var mergeRequests = new ArrayList<MergeRequest>();
        for (int i = 0; i < count; i++) {
            var project = gitlab.project("bench/project-" + i / IN_A_PROJECT);
            if (i % IN_A_PROJECT == 0) {
                project.commit("main", Map.of("README.md", "# Bench\n"));
                project.commit("main", Seed.DOCKERFILES);
            }
            mergeRequests.add(project.mergeRequest("Change " + i)
                    .from("change-" + i)
                    .changing(".gitlab-ci.yml", "# %d\n".formatted(i) + Seed.CI_FILE)
                    .open());
        }
        return mergeRequests;
    }

    private static void send(List<MergeRequest> mergeRequests, URI hooks) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            for (MergeRequest mergeRequest : mergeRequests) {
                HttpRequest request = HttpRequest.newBuilder(hooks)
                        .header("X-Gitlab-Token", ServiceProcess.TOKEN)
                        .POST(BodyPublishers.ofString(mergeRequest.hookBody("open")))
                        .build();
                int status = client.send(request, BodyHandlers.discarding()).statusCode();
                if (status != 202) {
                    throw new IllegalStateException("A webhook was answered " + status);
                }
                LockSupport.parkNanos(BETWEEN);
            }
        }
    }

    private static void awaitThreads(List<MergeRequest> mergeRequests, ServiceProcess service) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (without(mergeRequests).findAny().isPresent()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        without(mergeRequests).count() + " without a thread\n" + service.output());
            }
            LockSupport.parkNanos(BETWEEN);
        }
    }

    private static Stream<MergeRequest> without(List<MergeRequest> mergeRequests) {
        return mergeRequests.stream().filter(mergeRequest -> mergeRequest.threads().isEmpty());
    }

    private static void print(String when, ServiceProcess service) throws IOException {
        IO.println("%-16s %5d MiB resident %5d MiB at most".formatted(when, service.resident(), service.peak()));
    }
}
