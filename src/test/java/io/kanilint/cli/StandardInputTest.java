package io.kanilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.report.Style;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -}: a CI file from standard input. */
class StandardInputTest {
    @TempDir
    private Path folder;

    @Test
    void isCheckedLikeAFile() {
        Ran ran = run(Projects.TWO_BUILDS, "check", "-");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).startsWith("<stdin>:5:19: error multi-build-job\n");
        assertThat(run(Projects.CLEAN, "check", "-").code()).isZero();
    }

    @Test
    void belongsToTheProjectItIsCheckedIn() {
        Projects.write(folder, "builds.yml", Projects.TWO_BUILDS);
        Ran ran = run("include: builds.yml\n", "check", "-");
        assertThat(ran.out()).startsWith("builds.yml:5:19: error multi-build-job\n");

        Projects.write(folder, ".kanilint.yml", "rules: {multi-build-job: off}\n");
        assertThat(run(Projects.TWO_BUILDS, "check", "-").code()).isZero();
    }

    @Test
    void cannotBeChangedInPlaceButShown() {
        assertThat(run(Projects.TWO_BUILDS, "check", "--fix", "-"))
                .isEqualTo(new Ran(
                        2, "", "kanilint: standard input cannot be changed in place; --diff prints the change\n"));
        assertThat(run(Projects.TWO_BUILDS, "check", "--fix", "--diff", "-").out())
                .startsWith("--- a/<stdin>\n+++ b/<stdin>\n@@ ");
    }

    @Test
    void emptyOrNoYamlIsTwo() {
        assertThat(run("", "check", "-").code()).isEqualTo(2);
        assertThat(run(Projects.NOT_YAML, "check", "-").err()).startsWith("kanilint: <stdin>:2:11: This is not YAML");
    }

    @Test
    void thatCannotBeReadIsTwo() {
        var closed = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Stream Closed");
            }
        };

        assertThat(run(closed, "check", "-"))
                .isEqualTo(new Ran(2, "", "kanilint: standard input cannot be read: Stream Closed\n"));
    }

    private Ran run(String input, String... arguments) {
        return run(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), arguments);
    }

    private Ran run(InputStream in, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var terminal = new Terminal(folder, in, new PrintWriter(out), new PrintWriter(err), Style.PLAIN, false);
        int code = CommandLine.run(terminal, arguments);
        return new Ran(code, out.toString(), err.toString());
    }
}
