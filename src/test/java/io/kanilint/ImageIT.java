package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kanilint.demo.Seed;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the image holds, made by the steps that its Dockerfile takes. */
class ImageIT {
    /** Java then ends with an error where it would otherwise go on without the cache. */
    private static final Map<String, String> CACHE_OR_NOTHING = Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on");

    private static final Pattern PORT = Pattern.compile("Listening on port (\\d+)");

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    @TempDir
    private Path folder;

    @Test
    void itListsWhatItHolds() {
        assertThat(ServiceImage.home().resolve("sbom.cdx.json"))
                .content()
                .contains("\"CycloneDX\"", "pkg:maven/org.yaml/snakeyaml@", "\"Apache-2.0\"")
                .doesNotContain("junit");
    }

    @Test
    void theCommandLineStartsFromItsCache() throws Exception {
        Files.writeString(folder.resolve(".gitlab-ci.yml"), Seed.CI_FILE);
        Process check =
                start(folder.resolve("log"), folder, CACHE_OR_NOTHING, script("kanilint"), "check", ".gitlab-ci.yml");
        assertThat(check.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(check.exitValue()).isEqualTo(1);
        assertThat(folder.resolve("log"))
                .content()
                .contains("error multi-build-job")
                .doesNotContain("[warning]");
    }

    @Test
    void theServiceStartsFromItsCacheAndIsHealthy() throws Exception {
        Path log = folder.resolve("log");
        Process service = start(
                log,
                folder,
                Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on -Xmx128m", "PORT", "0", "KANILINT_DRAIN", "0s"),
                script("kanilint"));
        try {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !service.isAlive()
                            || PORT.matcher(Files.readString(log)).find());
            var port = PORT.matcher(Files.readString(log));
            assertThat(port.find()).as(Files.readString(log)).isTrue();
            assertThat(healthy(port.group(1))).isZero();
            assertThat(log).content().as("Java's own lines").doesNotContain("[warning]", "Picked up");
            assertThat(resident(service)).isLessThan(256);
        } finally {
            service.destroy();
            assertThat(service.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(folder.resolve("data/kanilint.mv.db")).exists();
        assertThat(healthy("1")).isNotZero();
    }

    @Test
    void administratorsOptionsOutdoOurs() throws Exception {
        String options = "-XX:+PrintCommandLineFlags -Dwhat=\"in quotes\" -Xmx96m -XX:SurvivorRatio=5";
        // Java tells first what it picked up.
        String flags = doctor(Map.of("JAVA_TOOL_OPTIONS", options))
                .lines()
                .filter(line -> line.startsWith("-XX"))
                .findFirst()
                .orElseThrow();
        assertThat(flags)
                .contains("-XX:MaxHeapSize=100663296", "-XX:MaxNewSize=16777216", "-XX:+UseSerialGC")
                .contains("-XX:SurvivorRatio=5")
                .doesNotContain("-XX:SurvivorRatio=4");
        assertThat(doctor(Map.of("JAVA_TOOL_OPTIONS", "-XX:+PrintCommandLineFlags -Xmn24m -Xmx96m")))
                .contains("-XX:MaxNewSize=25165824", "-XX:+UseSerialGC");
        assertThat(doctor(Map.of("JAVA_TOOL_OPTIONS", "-XX:+PrintCommandLineFlags -XX:+UseG1GC")))
                .contains("-XX:+UseG1GC")
                .doesNotContain("SerialGC", "NewSize", "TieredStopAtLevel");
        assertThat(run(Map.of("JAVA_TOOL_OPTIONS", "-XX:+UseParallelGC"), "rules"))
                .contains("multi-build-job");
    }

    /** What the command says without any setting. */
    private String doctor(Map<String, String> environment) throws Exception {
        return run(environment, "doctor");
    }

    private String run(Map<String, String> environment, String command) throws Exception {
        Path log = folder.resolve(command);
        Process process = start(log, folder, environment, script("kanilint"), command);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readString(log);
    }

    /** In MiB. */
    private static long resident(Process process) throws IOException {
        var kib = RESIDENT.matcher(Files.readString(Path.of("/proc", String.valueOf(process.pid()), "status")));
        assertThat(kib.find()).isTrue();
        return Long.parseLong(kib.group(1)) / 1024;
    }

    private int healthy(String port) throws Exception {
        Process probe = start(folder.resolve("probe"), folder, Map.of("PORT", port), script("healthy"));
        assertThat(probe.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return probe.exitValue();
    }

    private static String script(String name) {
        return ServiceImage.home().resolve("bin").resolve(name).toString();
    }

    private static Process start(Path log, Path where, Map<String, String> environment, String... command)
            throws IOException {
        var words = new ArrayList<>(List.of(command));
        words.set(0, Path.of(words.getFirst()).toAbsolutePath().toString());
        var builder = new ProcessBuilder(words)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(new File("/dev/null"));
        builder.environment().keySet().removeIf(name -> name.startsWith("KANILINT_") || name.startsWith("SPRING_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        return builder.start();
    }
}
