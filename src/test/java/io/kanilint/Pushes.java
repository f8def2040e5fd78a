package io.kanilint;

import io.kanilint.demo.Seed;
import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.StandInGitLab;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** People who open merge requests and push to them all the time; each push is a webhook, one in ten comes twice. */
final class Pushes {
    private static final int PER_PROJECT = 10;

    /** A delivery that was sent: its key, when, and what became of it. */
    record Sent(String key, Instant at, Balancer.Answer answer) {}

    private final StandInGitLab gitlab;
    private final Balancer balancer;
    private final int amount;
    private final List<MergeRequest> mergeRequests = new CopyOnWriteArrayList<>();
    private final List<Sent> sent = new ArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private int turn;
    private int told;

    Pushes(StandInGitLab gitlab, Balancer balancer, int amount) {
        this.gitlab = gitlab;
        this.balancer = balancer;
        this.amount = amount;
    }

    void start(int perSecond) {
        long period = Duration.ofSeconds(1).dividedBy(perSecond).toNanos();
        var unused = clock.scheduleAtFixedRate(this::next, 0, period, TimeUnit.NANOSECONDS);
    }

    /** Lets each merge request end with a finding, and waits for all answers. */
    void end() throws InterruptedException {
        clock.shutdown();
        if (!clock.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("still pushing");
        }
        mergeRequests.forEach(mergeRequest -> push(mergeRequest, true));
        senders.close();
    }

    private void next() {
        if (mergeRequests.size() < amount) {
            MergeRequest mergeRequest = open(mergeRequests.size());
            mergeRequests.add(mergeRequest);
            send(mergeRequest.hookBody("open"));
        } else {
            push(mergeRequests.get(turn % amount), turn / amount % 2 == 0);
        }
    }

    private MergeRequest open(int number) {
        var project = gitlab.project("upgrade/project-" + number / PER_PROJECT);
        if (number % PER_PROJECT == 0) {
            project.commit("main", Map.of("README.md", "# Shop\n"));
        }
        return project.mergeRequest("Change " + number)
                .from("change-" + number)
                .changing(".gitlab-ci.yml", Seed.CI_FILE)
                .open();
    }

    private void push(MergeRequest mergeRequest, boolean finding) {
        mergeRequest.push(
                Map.of(".gitlab-ci.yml", "# %d\n".formatted(turn++) + (finding ? Seed.CI_FILE : CiFiles.ONE_BUILD)));
        send(mergeRequest.hookBody("update"));
    }

    private void send(String body) {
        String key = UUID.randomUUID().toString();
        for (int times = told++ % 10 == 0 ? 2 : 1; times > 0; times--) {
            var unused = senders.submit(() -> {
                Instant at = Instant.now();
                var answer = new Sent(key, at, balancer.send(body, key));
                synchronized (sent) {
                    sent.add(answer);
                }
            });
        }
    }

    List<Sent> sent() {
        synchronized (sent) {
            return List.copyOf(sent);
        }
    }

    /** How many different deliveries there were. */
    long keys() {
        return sent().stream().map(Sent::key).distinct().count();
    }

    List<MergeRequest> mergeRequests() {
        return List.copyOf(mergeRequests);
    }
}
