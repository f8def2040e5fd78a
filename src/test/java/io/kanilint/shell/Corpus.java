package io.kanilint.shell;

import io.kanilint.pipeline.FolderFiles;
import io.kanilint.pipeline.PipelineReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Scripts of real CI files, from the folder {@code KANILINT_CORPUS} if there is one, and of the project's fixtures. */
final class Corpus {
    private Corpus() {}

    static List<String> scripts() {
        return Stream.concat(
                        Optional.ofNullable(System.getenv("KANILINT_CORPUS")).map(Path::of).stream(),
                        Stream.of(Path.of("src/test/resources/fixtures")))
                .flatMap(Corpus::files)
                .flatMap(file -> scripts(file).filter(script -> !script.isBlank()))
                .distinct()
                .toList();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yml")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> scripts(Path file) {
        String name = file.getFileName().toString();
        return PipelineReader.read(new FolderFiles(file.getParent(), name, name)).jobs().stream()
                .flatMap(job -> Stream.of(job.script(), job.afterScript()))
                .map(script -> script.text().text());
    }
}
