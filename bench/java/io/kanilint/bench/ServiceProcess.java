package io.kanilint.bench;

import io.kanilint.standin.StandInGitLab;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service as a process of its own, on a PostgreSQL and before a stand-in for GitLab. */
final class ServiceProcess implements AutoCloseable {
    static final String TOKEN = "a-webhook-token-for-the-bench";

    private static final Pattern PORT = Pattern.compile("Listening on port (\\d+)");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final long KIB_IN_MIB = 1024;

    private final Process process;
    private final Path log;

    private ServiceProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static ServiceProcess start(
            List<String> command, Map<String, String> environment, EmbeddedPostgres postgres, StandInGitLab gitlab)
            throws IOException {
        Path folder = Files.createTempDirectory("kanilint-bench-");
        Path log = folder.resolve("log");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "PORT",
                        "0",
                        "KANILINT_GITLAB_URL",
                        gitlab.url(),
                        "KANILINT_GITLAB_TOKEN",
                        gitlab.token(),
                        "KANILINT_WEBHOOK_TOKENS",
                        TOKEN,
                        "KANILINT_DB_URL",
                        postgres.getJdbcUrl("postgres", "postgres"),
                        "KANILINT_DB_USER",
                        "postgres"));
        builder.environment().putAll(environment);
        return new ServiceProcess(builder.start(), log);
    }

    /** Waits until it listens. */
    URI hooks() throws IOException {
        for (int i = 0; i < 1200; i++) {
            Matcher port = PORT.matcher(Files.readString(log));
            if (port.find()) {
                return URI.create("http://localhost:" + port.group(1) + "/webhooks/gitlab");
            }
            LockSupport.parkNanos(100_000_000);
        }
        throw new IllegalStateException(Files.readString(log));
    }

    /** Resident memory in MiB, as Linux tells it. */
    long resident() throws IOException {
        return mib(RESIDENT);
    }

    /** The most that it was until now. */
    long peak() throws IOException {
        return mib(PEAK);
    }

    private long mib(Pattern field) throws IOException {
        String status = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "status"));
        Matcher found = field.matcher(status);
        return found.find() ? Long.parseLong(found.group(1)) / KIB_IN_MIB : 0;
    }

    String output() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
