package io.kanilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.report.Style;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who watches is told that it goes on; who does not gets no more than the result. */
class ProgressTest {
    @TempDir
    private Path folder;

    @Test
    void manyFilesAreCountedForWhoWatches() {
        String err = err(150, true);

        assertThat(err)
                .startsWith("\r100 files read …\r")
                .endsWith("\r\u001B[K")
                .doesNotContain("\n");
    }

    @Test
    void othersAreLeftInPeace() {
        assertThat(err(150, false)).isEmpty();
        assertThat(err(5, true)).isEmpty();
    }

    private String err(int files, boolean watched) {
        var command = new ArrayList<>(List.of("check"));
        for (int i = 0; i < files; i++) {
            Projects.write(folder, i + ".yml", Projects.CLEAN);
            command.add(i + ".yml");
        }
        var err = new StringWriter();
        var terminal = new Terminal(
                folder,
                InputStream.nullInputStream(),
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                Style.PLAIN,
                watched);
        assertThat(CommandLine.run(terminal, command.toArray(String[]::new))).isZero();
        return err.toString();
    }
}
