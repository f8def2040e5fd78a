package io.kanilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings on the command line. */
class ConfigTest {
    private static final String OFF = "rules:\n  multi-build-job: off\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void writeProject() {
        Projects.ciFile(folder, Projects.TWO_BUILDS);
    }

    @Test
    void theProjectsOwnCount() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Projects.ciFile(other, Projects.TWO_BUILDS);
        Projects.write(folder, ".kanilint.yml", OFF);

        assertThat(Ran.in(folder, "check").code()).isZero();
        assertThat(Ran.in(folder, "check", ".gitlab-ci.yml").code()).isZero();
        assertThat(Ran.in(folder, "check", ".", "other").out()).startsWith("other/.gitlab-ci.yml:5:19: error ");
    }

    @Test
    void aFileThatIsNamedCountsForAll() {
        Projects.write(folder, ".kanilint.yml", "nonsense: true\n");
        Projects.write(folder, "our settings.yml", OFF);

        assertThat(Ran.in(folder, "check", "--config", "our settings.yml").code())
                .isZero();
    }

    @Test
    void noneCanBeNamedToo() {
        Projects.write(folder, ".kanilint.yml", OFF);

        assertThat(Ran.in(folder, "check", "--config", "/dev/null").code()).isEqualTo(1);
    }

    @Test
    void severityDecidesTheExitCode() {
        Projects.write(folder, ".kanilint.yml", "rules: {multi-build-job: warning}\n");

        Ran ran = Ran.in(folder, "check");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains(": warning multi-build-job").contains("1 warning (");
        assertThat(Ran.in(folder, "check", "--fail-on", "warning").code()).isEqualTo(1);
    }

    @Test
    void whatIsIgnoredIsCounted() {
        Projects.write(folder, ".kanilint.yml", "ignore: [{rule: multi-build-job, reason: known}]\n");

        assertThat(Ran.in(folder, "check").out())
                .isEqualTo("Nothing found (1 job and 2 Kaniko builds in 1 file; 1 finding ignored).\n");
        assertThat(Ran.in(folder, "check", "--format=json").out()).contains("\"ignored\" : 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "sarif", "gitlab"})
    void wrongSettingsAreTwoAndOneLine(String format) {
        Projects.write(folder, ".kanilint.yml", "rules:\n  multi-bild-job: off\n");

        assertThat(Ran.in(folder, "check", "--format", format, "--fail-on", "never"))
                .isEqualTo(
                        new Ran(
                                2,
                                "",
                                "kanilint: .kanilint.yml:2:3: 'rules' knows no 'multi-bild-job'; did you mean 'multi-build-job'?\n"));
    }

    @Test
    void settingsThatAreNotThereAreTwo() throws IOException {
        Files.createDirectories(folder.resolve("dir"));

        assertThat(Ran.in(folder, "check", "--config", "nope.yml"))
                .isEqualTo(new Ran(2, "", "kanilint: there is no file 'nope.yml'\n"));
        assertThat(Ran.in(folder, "check", "--config", "dir"))
                .isEqualTo(new Ran(2, "", "kanilint: 'dir' is not a regular file\n"));
    }
}
