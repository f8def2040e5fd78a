package io.kanilint.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderFilesTest {
    private static final String CI = ".gitlab-ci.yml";

    @TempDir
    private Path folder = Path.of("");

    private Path project = Path.of("");

    @BeforeEach
    void write() throws IOException {
        project = folder.resolve("project");
        Files.createDirectories(project.resolve("ci/more"));
        Files.createDirectories(project.resolve("other"));
        Files.writeString(folder.resolve("secret.yml"), "secret");
        Files.writeString(project.resolve(CI), "include: ci/a.yml");
        Files.writeString(project.resolve("ci/a.yml"), "a: {script: [a]}");
        Files.writeString(project.resolve("ci/more/b.yml"), "b: {script: [b]}");
        Files.createSymbolicLink(project.resolve("ci/link.yml"), folder.resolve("secret.yml"));
    }

    @Test
    void readsNothingOutsideOfTheProject() {
        var files = new FolderFiles(project, CI, CI);

        assertThat(files.read("../secret.yml")).isEmpty();
        assertThat(files.read(folder.resolve("secret.yml").toString())).isEmpty();
        assertThat(files.read("ci/link.yml")).isEmpty();
        assertThat(files.read("ci")).isEmpty();
        assertThat(files.read("a\0b")).isEmpty();
        assertThat(files.read("ci/a.yml")).isPresent();
    }

    @Test
    void listsFilesInOrder() {
        var files = new FolderFiles(project, CI, CI);

        assertThat(files.paths("", true).orElseThrow()).containsExactly(CI, "ci/a.yml", "ci/more/b.yml");
        assertThat(files.paths("", false).orElseThrow()).containsExactly(CI);
        assertThat(files.paths("ci", true).orElseThrow()).containsExactly("ci/a.yml", "ci/more/b.yml");
        assertThat(files.paths("ci", false).orElseThrow()).containsExactly("ci/a.yml");
        assertThat(files.paths("ci/a.yml", false).orElseThrow()).isEmpty();
        assertThat(files.paths("nowhere", true).orElseThrow()).isEmpty();
        assertThat(files.paths("..", true).orElseThrow()).isEmpty();
    }

    @Test
    void namesFilesAsSeenFromTheUser() {
        Pipeline pipeline = PipelineReader.read(new FolderFiles(project, CI, "project/" + CI));

        assertThat(pipeline.sources()).extracting(Source::path).containsExactly("project/" + CI, "project/ci/a.yml");
    }

    @Test
    void findsTheRepositoryAroundAFile() throws IOException {
        Files.createDirectory(project.resolve(".git"));
        Path file = project.resolve("other/main.yml");
        Files.writeString(file, "include: [ci/a.yml, none.yml]");
        Pipeline pipeline = PipelineReader.read(FolderFiles.around(file, "main.yml"));

        assertThat(pipeline.sources()).extracting(Source::path).containsExactly("main.yml", "../ci/a.yml");
        assertThat(pipeline.problems()).hasSize(1);
    }

    @Test
    void missesNothingAroundAFileWithoutARepository() {
        assertThat(FolderFiles.around(project.resolve("ci/a.yml"), "ci/a.yml").isWhole())
                .isFalse();
        assertThat(FolderFiles.around(project.resolve(CI), CI).isWhole()).isTrue();
    }
}
