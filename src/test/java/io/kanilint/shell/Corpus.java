package io.kanilint.shell;

import io.kanilint.pipeline.FolderFiles;
import io.kanilint.pipeline.PipelineReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Scripts of real CI files, from the folder that the system property {@code kanilint.corpus} names; maybe none. */
final class Corpus {
    private Corpus() {}

    static List<String> scripts() {
        String folder = System.getProperty("kanilint.corpus", "");
        if (folder.isEmpty() || !Files.isDirectory(Path.of(folder))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.sorted()
                    .flatMap(file -> scripts(file).filter(script -> !script.isBlank()))
                    .distinct()
                    .toList();
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
