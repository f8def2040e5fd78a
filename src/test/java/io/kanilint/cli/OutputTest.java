package io.kanilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.report.Style;
import io.kanilint.report.Version;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where results go, and in which colours. */
class OutputTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeProject() {
        Projects.ciFile(folder, Projects.TWO_BUILDS);
    }

    @Test
    void aFileGetsWhatTheTerminalWouldHaveGotWithoutColours() throws IOException {
        Ran ran = Ran.in(folder, Style.COLOURED, "check", "--output", "result.txt");

        assertThat(ran).isEqualTo(new Ran(1, "", ""));
        assertThat(Files.readString(folder.resolve("result.txt")))
                .isEqualTo(Ran.in(folder, "check").out());
    }

    @Test
    void aFileStaysAsItIsWhenTheInputIsWrong() {
        Path result = Projects.write(folder, "result.json", "before");

        Ran ran = Ran.in(folder, "check", "nope.yml", "--format", "json", "--output", "result.json");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(result).hasContent("before");
    }

    @Test
    void twoRunsSayTheSame() {
        assertThat(Ran.in(folder, "check", "--format", "json")).isEqualTo(Ran.in(folder, "check", "--format", "json"));
    }

    @Test
    void coloursAreForTerminalsOfThoseWhoWantThem() {
        assertThat(CommandLine.style(true, Map.of())).isEqualTo(Style.COLOURED);
        assertThat(CommandLine.style(true, Map.of("NO_COLOR", ""))).isEqualTo(Style.COLOURED);
        assertThat(CommandLine.style(true, Map.of("NO_COLOR", "1"))).isEqualTo(Style.PLAIN);
        assertThat(CommandLine.style(false, Map.of())).isEqualTo(Style.PLAIN);

        assertThat(Ran.in(folder, Style.COLOURED, "check").out()).contains("\u001B[31merror\u001B[0m");
        assertThat(Ran.in(folder, Style.PLAIN, "check").out()).doesNotContain("\u001B");
        assertThat(Ran.in(folder, Style.COLOURED, "check", "--format=json").out())
                .doesNotContain("\u001B");
    }

    @Test
    void coloursChangeNoLetter() {
        String coloured = Ran.in(folder, Style.COLOURED, "check").out();

        assertThat(coloured.replaceAll("\u001B\\[\\d*m", ""))
                .isEqualTo(Ran.in(folder, "check").out());
    }

    /** A job's name can hold what a terminal would obey: here, clear the screen. */
    @Test
    void noTextOfAFileCommandsTheTerminal() {
        Projects.ciFile(folder, Projects.TWO_BUILDS.replace("build:", "\"\\e[2Jbuild\":"));

        assertThat(Ran.in(folder, "check").out()).contains("Job '?[2Jbuild'").doesNotContain("\u001B");
    }

    @Test
    void standardOutputThatTakesNothingIsTwo() {
        var err = new StringWriter();

        int code = CommandLine.run(new Terminal(folder, full(), new PrintWriter(err), Style.PLAIN), "check");

        assertThat(code).isEqualTo(2);
        assertThat(err).hasToString("kanilint: standard output cannot be written\n");
    }

    private static PrintWriter full() {
        return new PrintWriter(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left");
            }
        });
    }

    /** As {@code head} does when it has seen enough. */
    @Test
    void aReaderMayClosePipes() {
        var err = new StringWriter();
        var terminal = new Terminal(folder, full(), new PrintWriter(err), Style.PLAIN);

        assertThat(CommandLine.run(terminal, true, "rules")).isZero();
        assertThat(CommandLine.run(terminal, true, "check")).isEqualTo(1);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void versionAndHelpAreZero() {
        assertThat(Ran.in(folder, "--version")).isEqualTo(new Ran(0, "kanilint " + Version.CURRENT + "\n", ""));
        assertThat(Ran.in(folder, "--help").out()).contains("Usage: kanilint", "check", "kanilint serve");
        assertThat(Ran.in(folder, "check", "--help").out())
                .contains("--format", "--output", "--fail-on", "Exit codes: 0");
        assertThat(Ran.in(folder, "check", "--help").code()).isZero();
    }
}
