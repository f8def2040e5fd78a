package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.standin.StandInGitLab;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Two processes of the service behind something that sends a delivery on to one that is there. */
final class Replicas implements AutoCloseable {
    private static final int TRIES = 200;

    private final StandInGitLab gitlab;
    private final Supplier<PackedService> starter;
    private final List<PackedService> running = new CopyOnWriteArrayList<>();
    private int killed;

    Replicas(StandInGitLab gitlab, Supplier<PackedService> starter) {
        this.gitlab = gitlab;
        this.starter = starter;
    }

    void start() {
        List<PackedService> both = Stream.generate(starter).limit(2).toList();
        running.addAll(both);
        both.forEach(PackedService::hookUri);
    }

    /** Kills one and puts a new one into its place, which takes webhooks when this returns. */
    void killOne() {
        int place = killed++ % 2;
        running.get(place).kill();
        running.set(place, starter.get());
        running.get(place).hookUri();
    }

    /** Delivers once, sometimes twice under the same key, to whichever is there. */
    void deliver(String body, Random random) {
        String key = UUID.randomUUID().toString();
        for (int times = random.nextInt(4) == 0 ? 2 : 1; times > 0; times--) {
            assertThat(send(body, key, random)).isEqualTo(202);
        }
    }

    private int send(String body, String key, Random random) {
        for (int i = 0; i < TRIES; i++) {
            try {
                var uri = running.get(random.nextInt(2)).hookUri();
                int status = gitlab.webhook(uri)
                        .withToken(RunningService.WEBHOOK_TOKEN)
                        .send("Merge Request Hook", body, key);
                if (status < 500) {
                    return status;
                }
            } catch (UncheckedIOException | AssertionError _) {
                // It was killed; the other one is there, or will be.
            }
            pause();
        }
        return 0;
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        running.forEach(PackedService::close);
    }
}
