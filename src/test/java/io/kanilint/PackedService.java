package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kanilint.standin.StandInGitLab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service as a process of its own, set up by environment variables as administrators do it. */
final class PackedService implements AutoCloseable {
    private static final String JAVA_HOME = System.getProperty("java.home");
    private static final Pattern PORT = Pattern.compile("Listening on port (\\d+)");

    private final Process process;
    private final Path log;

    private PackedService(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** What it has to know to review on a GitLab; it takes any free port. */
    static Map<String, String> reviewing(StandInGitLab gitlab) {
        return Map.of(
                "PORT",
                "0",
                "KANILINT_GITLAB_URL",
                gitlab.url(),
                "KANILINT_GITLAB_TOKEN",
                gitlab.token(),
                "KANILINT_WEBHOOK_TOKENS",
                RunningService.WEBHOOK_TOKEN);
    }

    /** Starts it in a folder, where {@code ./data} holds its database and {@code log} what it says. */
    static PackedService start(Path folder, Map<String, String> environment, String... arguments) {
        return start(folder, "512m", environment, arguments);
    }

    /** As above, with another limit for the heap. */
    static PackedService start(Path folder, String heap, Map<String, String> environment, String... arguments) {
        return start(Path.of(System.getProperty("kanilint.jar")), folder, heap, environment, arguments);
    }

    /** As above, out of another jar: that of an older version. */
    static PackedService start(
            Path jar, Path folder, String heap, Map<String, String> environment, String... arguments) {
        var command = new ArrayList<String>();
        if (jar.equals(Path.of(System.getProperty("kanilint.jar")))) {
            // As in the image, where a start takes a quarter of the time.
            command.add(ServiceImage.home().resolve("bin/kanilint").toString());
        } else {
            command.addAll(List.of(
                    JAVA_HOME + "/bin/java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", jar.toString()));
        }
        command.addAll(List.of(arguments));
        try {
            Path log = Files.createTempFile(folder, "service-", ".log");
            var builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment()
                    .keySet()
                    .removeIf(name ->
                            name.startsWith("KANILINT_") || name.startsWith("SPRING_") || name.startsWith("OTEL_"));
            builder.environment().put("JAVA_HOME", JAVA_HOME);
            builder.environment().put("JAVA_TOOL_OPTIONS", "-Xmx" + heap);
            builder.environment().putAll(environment);
            return new PackedService(builder.start(), log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Waits until it takes webhooks; gives their address. */
    URI hookUri() {
        await("the start of the service")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !process.isAlive() || PORT.matcher(output()).find());
        Matcher port = PORT.matcher(output());
        assertThat(port.find()).as(output()).isTrue();
        return URI.create("http://localhost:" + port.group(1) + "/webhooks/gitlab");
    }

    /** Ends it at once, as the kernel does when memory runs out. */
    void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /** Tells it to stop, as Kubernetes does; it may take its time. */
    void terminate() {
        process.destroy();
    }

    int exitCode() {
        try {
            assertThat(process.waitFor(90, TimeUnit.SECONDS)).as(output()).isTrue();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return process.exitValue();
    }

    /** What it said so far, on both streams. */
    String output() {
        try {
            return Files.readString(log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
