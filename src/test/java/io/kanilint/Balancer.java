package io.kanilint;

import static org.awaitility.Awaitility.await;

import io.kanilint.standin.StandInGitLab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends deliveries to the replicas that it holds for ready in turn, each once, as a Service of Kubernetes does. It asks
 * each replica once a second; one that answers well is listed, one that does not twice in a row is no longer. So a replica
 * that is told to stop gets webhooks for one to two seconds more, and what it refuses then is lost.
 */
final class Balancer implements AutoCloseable {
    private static final int MISSES = 2;
    private static final HttpClient PROBE = HttpClient.newHttpClient();

    /** What became of a delivery: the status of the answer, 0 if there was none, and where it had been sent to. */
    record Answer(int status, Duration took, PackedService by) {}

    private final StandInGitLab gitlab;
    private final List<PackedService> listed = new CopyOnWriteArrayList<>();
    private final ConcurrentHashMap<PackedService, URI> addresses = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<PackedService, Integer> misses = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final ScheduledExecutorService probes = Executors.newScheduledThreadPool(4);

    Balancer(StandInGitLab gitlab) {
        this.gitlab = gitlab;
    }

    /** Waits until a new replica is listed. */
    void add(PackedService replica) {
        addresses.put(replica, replica.hookUri());
        var unused = probes.scheduleWithFixedDelay(() -> ask(replica), 0, 1, TimeUnit.SECONDS);
        await("readiness").atMost(Duration.ofMinutes(1)).until(() -> listed.contains(replica));
    }

    private void ask(PackedService replica) {
        if (isReady(addresses.get(replica))) {
            misses.put(replica, 0);
            if (!listed.contains(replica)) {
                listed.add(replica);
            }
        } else if (misses.merge(replica, 1, Integer::sum) >= MISSES) {
            listed.remove(replica);
        }
    }

    private static boolean isReady(URI hooks) {
        var request = HttpRequest.newBuilder(hooks.resolve("/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return PROBE.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Answer send(String body, String key) {
        var ready = List.copyOf(listed);
        PackedService replica = ready.get(Math.floorMod(turn.getAndIncrement(), ready.size()));
        long start = System.nanoTime();
        int status;
        try {
            status = gitlab.webhook(addresses.get(replica))
                    .withToken(RunningService.WEBHOOK_TOKEN)
                    .sendApart("Merge Request Hook", body, key);
        } catch (UncheckedIOException _) {
            status = 0;
        }
        return new Answer(status, Duration.ofNanos(System.nanoTime() - start), replica);
    }

    @Override
    public void close() {
        probes.shutdownNow();
    }
}
