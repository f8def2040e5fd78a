package io.kanilint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kanilint.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Diffs that the two programs take which people apply diffs with. */
class UnifiedDiffTest {
    private static final List<String[]> TEXTS = List.of(
            new String[] {"a\nb\nc\n", "a\nB\nc\n"},
            new String[] {"a\nb\nc", "a\nb\nC"},
            new String[] {"a\nb\nc", "a\nb\nc\n"},
            new String[] {"a\nb\nc\n", "a\nb\nc"},
            new String[] {"a\r\nb\r\nc\r\n", "a\r\nb\r\nb2\r\nc\r\n"},
            new String[] {"\uFEFFa\r\nb", "\uFEFFA\r\nb"},
            new String[] {"a\n", ""},
            new String[] {"", "a\n"},
            new String[] {"a\n@@ b\n-- c\n", "a\n@@ B\n++ c\n"},
            new String[] {"a\u2028b\u0085c\n", "a\u2028b\u0085d\n"},
            new String[] {"x\n".repeat(50), "x\n".repeat(10) + "y\n" + "x\n".repeat(30) + "z\n" + "x\n".repeat(10)});

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a.yml", "some where/a b.yml", "ci/bäu-日本.yml", "a\"b\\c.yml"})
    void gitAppliesThem(String path) throws Exception {
        assumeTrue(runs("git", "--version"), "git is not here");
        for (String[] texts : TEXTS) {
            Path file = write(path, texts);
            assertThat(runs("git", "apply", "--check", "--whitespace=nowarn", "change.diff"))
                    .isTrue();
            assertThat(runs("git", "apply", "--whitespace=nowarn", "change.diff"))
                    .isTrue();
            assertThat(content(file)).isEqualTo(texts[1]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.yml", "some where/a b.yml", "ci/bäu-日本.yml"})
    void patchAppliesThem(String path) throws Exception {
        assumeTrue(runs("patch", "--version"), "patch is not here");
        for (String[] texts : TEXTS) {
            Path file = write(path, texts);
            assertThat(runs("patch", "--binary", "-p1", "-i", "change.diff")).isTrue();
            assertThat(content(file)).isEqualTo(texts[1]);
        }
    }

    @Test
    void nothingChangedIsNothing() {
        assertThat(UnifiedDiff.of(new Source("a", "x\n"), new Source("a", "x\n")))
                .isEmpty();
    }

    private Path write(String path, String... texts) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, texts[0]);
        List<String> diff = UnifiedDiff.of(new Source(path, texts[0]), new Source(path, texts[1]));
        Files.writeString(folder.resolve("change.diff"), String.join("\n", diff) + "\n");
        return file;
    }

    /** A file without a line left is gone to these programs. */
    private static String content(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private boolean runs(String... command) throws Exception {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output").toFile())
                    .start();
            return process.waitFor() == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
