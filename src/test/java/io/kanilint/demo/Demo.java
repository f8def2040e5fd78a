package io.kanilint.demo;

import io.kanilint.RunningService;
import io.kanilint.standin.Discussion;
import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.StandInGitLab;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * The main job from end to end: a merge request brings in a CI file that builds two images in one job, GitLab sends the
 * hook, and Kanilint comments. Then a person may apply the suggestion on the stand-in's page.
 */
public final class Demo {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Demo() {}

    public static void main(String[] arguments) throws InterruptedException, IOException {
        var gitlab = StandInGitLab.start(freePort(8929));
        var service = RunningService.start(
                gitlab,
                Map.of(
                        "server.port", String.valueOf(freePort(8080)),
                        "logging.level.io.kanilint", "warn",
                        "logging.level.root", "error"));
        var project = gitlab.project("shop/images");
        project.commit("main", Map.of("README.md", "# The shop's images\n"));
        project.commit("main", Seed.DOCKERFILES);
        MergeRequest mergeRequest = project.mergeRequest("Build both images on every tag")
                .from("build-images")
                .changing(".gitlab-ci.yml", Seed.CI_FILE)
                .open();
        say("");
        say(
                "Kanilint runs at http://localhost:%d and reviews a stand-in for GitLab at %s",
                service.port(), gitlab.url());
        say("");
        say("1. A merge request adds a CI file that builds two images in one job:");
        say("   %s", mergeRequest.webUrl());
        say("2. GitLab sends the hook; Kanilint answers %d.", service.hook(mergeRequest, "open"));
        await(() ->
                !mergeRequest.threads().isEmpty() && !mergeRequest.statuses().isEmpty());
        show(mergeRequest);
        gitlab.onApply(changed -> applied(service, changed));
        say("");
        say("Open the merge request's page and press 'Apply suggestion': GitLab commits the change and sends");
        say("the next hook, and Kanilint looks again. Ctrl+C ends the demonstration.");
        say("");
        Thread.currentThread().join();
    }

    private static void show(MergeRequest mergeRequest) {
        Discussion thread = mergeRequest.threads().getFirst();
        say(
                "3. Kanilint sets the commit status to '%s' and comments on %s, line %d:",
                mergeRequest.statuses().getLast().state(),
                thread.path().orElse("the merge request"),
                thread.line().orElse(0));
        say("");
        thread.first().body().lines().forEach(line -> say("   | %s", line));
    }

    private static void applied(RunningService service, MergeRequest mergeRequest) {
        int statuses = mergeRequest.statuses().size();
        say(
                "4. The suggestion is committed as %s; the next hook is answered with %d.",
                mergeRequest.headSha().substring(0, 8), service.hook(mergeRequest, "update"));
        try {
            await(() -> mergeRequest.statuses().size() > statuses);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        long open = mergeRequest.threads().stream()
                .filter(thread -> !thread.resolved())
                .count();
        say(
                "5. Kanilint looked again: commit status '%s', open threads: %d.",
                mergeRequest.statuses().getLast().state(), open);
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(100);
        }
    }

    private static int freePort(int preferred) throws IOException {
        try (var socket = new ServerSocket(preferred, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException _) {
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            }
        }
    }

    private static void say(String line, Object... values) {
        System.out.println(line.formatted(values));
    }
}
