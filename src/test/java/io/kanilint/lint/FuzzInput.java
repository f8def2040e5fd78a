package io.kanilint.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Something to be read by a fuzz test. */
public record FuzzInput(String name, byte[] bytes) {
    private static final Path RESOURCES = Path.of("src/test/resources");

    public static FuzzInput of(String name, String text) {
        return new FuzzInput(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** What the fuzzer found once, under {@code fuzz} in the test resources. */
    public static Stream<FuzzInput> kept(String folder) {
        return files(RESOURCES.resolve("fuzz").resolve(folder)).map(FuzzInput::read);
    }

    /** CI files: those of the fixtures, and the real ones in the folder that {@code KANILINT_CORPUS} names, if any. */
    static Stream<FuzzInput> ciFiles() {
        var fixtures = files(RESOURCES.resolve("fixtures"))
                .filter(file ->
                        file.endsWith(".gitlab-ci.yml") && !file.getParent().endsWith("fixed"));
        String corpus = System.getenv("KANILINT_CORPUS");
        return Stream.concat(fixtures, corpus == null ? Stream.of() : files(Path.of(corpus)))
                .map(FuzzInput::read);
    }

    private static Stream<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FuzzInput read(Path file) {
        try {
            return new FuzzInput(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return name;
    }
}
