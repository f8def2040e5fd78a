package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.CRC32;

/** What the image holds, made from the packed jar by the steps that the Dockerfile takes; once for all tests of a build. */
final class ServiceImage {
    private static final Path FOLDER = Path.of("target", "service-image").toAbsolutePath();

    private ServiceImage() {}

    /** The unpacked service with its caches. */
    static synchronized Path home() {
        Path jar = Path.of(System.getProperty("kanilint.jar"));
        try {
            Files.createDirectories(FOLDER);
            // The tests run in two processes.
            try (var lock = FileChannel.open(
                            FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = lock.lock()) {
                Path home = FOLDER.resolve(contents(jar));
                if (!Files.exists(home.resolve("serve.aot"))) {
                    run("docker/assemble.sh", "unpack", jar.toString(), home.toString());
                    run(home + "/bin/assemble.sh", "train", home.toString());
                }
                return home;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(failure);
        }
    }

    /** A number for what it is made from; all builds give their jar the same time. */
    private static String contents(Path jar) throws IOException {
        var sum = new CRC32();
        sum.update(Files.readAllBytes(jar));
        try (var scripts = Files.list(Path.of("docker"))) {
            for (Path script : scripts.sorted().toList()) {
                sum.update(Files.readAllBytes(script));
            }
        }
        return Long.toHexString(sum.getValue());
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Path log = FOLDER.resolve("log");
        var builder =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("KANILINT_") || name.startsWith("SPRING_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        int code = builder.start().waitFor();
        assertThat(code).as(() -> text(log)).isZero();
    }

    private static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException failure) {
            return String.valueOf(failure);
        }
    }
}
