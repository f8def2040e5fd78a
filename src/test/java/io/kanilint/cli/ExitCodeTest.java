package io.kanilint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 0: nothing found. 1: findings. 2: the command or an input is wrong, and one line says what. */
class ExitCodeTest {
    @TempDir
    private Path folder;

    @Test
    void nothingFoundIsZero() {
        Projects.ciFile(folder, Projects.CLEAN);

        Ran ran = Ran.in(folder, "check");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).isEqualTo("Nothing found (1 job and 1 Kaniko build in 1 file).\n");
        assertThat(ran.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"error, 1", "warning, 1", "info, 1", "never, 0", "ERROR, 1"})
    void findingsCountFromASeverityOn(String failOn, int code) {
        Projects.ciFile(folder, Projects.TWO_BUILDS);

        assertThat(Ran.in(folder, "check", "--fail-on", failOn).code()).isEqualTo(code);
        assertThat(Ran.in(folder, "check", "--format=json", "--fail-on=" + failOn)
                        .code())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void whatIsNotYamlIsTwoEvenIfFindingsNeverFail(String format) {
        Projects.ciFile(folder, Projects.NOT_YAML);

        Ran ran = Ran.in(folder, "check", "--format", format, "--fail-on", "never");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .isEqualTo(
                        "kanilint: .gitlab-ci.yml:2:11: This is not YAML: the quote that is opened here is never closed.\n");
    }

    @Test
    void aFileCanBeNamedInsteadOfAFolder() throws IOException {
        Path inner = Files.createDirectories(folder.resolve("some where"));
        Projects.write(inner, "ci.yml", Projects.TWO_BUILDS);
        Projects.ciFile(inner, Projects.CLEAN);

        assertThat(Ran.in(folder, "check", "some where/ci.yml").out()).startsWith("some where/ci.yml:5:19: error ");
        assertThat(Ran.in(folder, "check", "some where").code()).isZero();
        assertThat(Ran.in(folder, "check", inner.toString()).code()).isZero();
    }

    @Test
    void severalPathsMakeOneReport() {
        Projects.write(folder, "a.yml", Projects.TWO_BUILDS);
        Projects.write(folder, "b.yml", Projects.CLEAN);
        Projects.write(folder, "c.yml", Projects.TWO_BUILDS);

        Ran ran = Ran.in(folder, "check", "a.yml", "b.yml", "c.yml", "a.yml");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out())
                .contains("a.yml:5:19: error ", "c.yml:5:19: error ")
                .endsWith("2 errors (3 jobs and 5 Kaniko builds in 3 files).\n");
    }

    @Test
    void aFileThatCannotBeReadHidesNoOther() {
        Projects.write(folder, "a.yml", Projects.NOT_YAML);
        Projects.write(folder, "b.yml", Projects.TWO_BUILDS);

        Ran ran = Ran.in(folder, "check", "a.yml", "b.yml");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).startsWith("b.yml:5:19: error ");
        assertThat(ran.err()).startsWith("kanilint: a.yml:2:11: This is not YAML");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "check nope.yml | there is no file 'nope.yml'",
                "check *.yml | there is no file '*.yml'",
                "check nothing | there is no .gitlab-ci.yml in nothing; name the CI file itself",
                "check good nope.yml | there is no file 'nope.yml'",
                "check a\u0000b | 'a?b' is not a path",
                "check --format xml | --format takes text, json, sarif or gitlab, not 'xml'. Try 'kanilint check --help'.",
                "check --fail-on fatal | --fail-on takes error, warning, info or never, not 'fatal'. Try 'kanilint check --help'.",
                "check --format | --format needs a value. Try 'kanilint check --help'.",
                "check --frmat=json | there is no option '--frmat'; did you mean '--format'? Try 'kanilint check --help'.",
                "check -q | there is no option '-q'. Try 'kanilint check --help'.",
                "chekc | there is no command 'chekc'; did you mean 'check'? Try 'kanilint --help'.",
                "frobnicate . | there is no command 'frobnicate'. Try 'kanilint --help'.",
                "--versoin | there is no option '--versoin'; did you mean '--version'? Try 'kanilint --help'.",
                "check good --output nowhere/out.txt | nowhere/out.txt cannot be written: no such file or folder",
                "check good --output good | good cannot be written: Is a directory",
                "check good --output= | an empty path names no file"
            })
    void wrongWordsAreTwoAndOneLineSaysWhy(String command, String line) throws IOException {
        Files.createDirectories(folder.resolve("nothing"));
        Projects.ciFile(Files.createDirectories(folder.resolve("good")), Projects.CLEAN);

        Ran ran = Ran.in(folder, command.split(" "));

        assertThat(ran.err()).isEqualTo("kanilint: " + line + "\n");
        assertThat(ran.out()).isEmpty();
        assertThat(ran.code()).isEqualTo(2);
    }

    @Test
    void anEmptyPathIsTwo() {
        assertThat(Ran.in(folder, "check", "")).isEqualTo(new Ran(2, "", "kanilint: an empty path names no file\n"));
    }

    @Test
    void aFolderInTheCiFilesPlaceIsTwo() throws IOException {
        Files.createDirectories(folder.resolve(".gitlab-ci.yml"));

        assertThat(Ran.in(folder, "check"))
                .isEqualTo(new Ran(2, "", "kanilint: there is no .gitlab-ci.yml in .; name the CI file itself\n"));
    }

    @Test
    void aFileThatNobodyMayReadIsTwo() {
        Path file = Projects.ciFile(folder, Projects.CLEAN);
        boolean kept = file.toFile().setReadable(false) && !Files.isReadable(file);
        assumeTrue(kept, "root reads everything");

        Ran ran = Ran.in(folder, "check");

        assertThat(ran).isEqualTo(new Ran(2, "", "kanilint: . cannot be read: permission denied\n"));
    }

    /** Not even root reads the memory at the beginning of a process. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFileThatBreaksOffIsTwo() throws IOException {
        Files.createSymbolicLink(folder.resolve("broken.yml"), Path.of("/proc/self/mem"));

        assertThat(Ran.in(folder, "check", "broken.yml"))
                .isEqualTo(new Ran(2, "", "kanilint: broken.yml cannot be read: Input/output error\n"));
    }

    @Test
    void aFileThatCannotBeReadToTheEndIsTwo() throws IOException {
        Path file = folder.resolve("large.yml");
        try (var large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(60L * 1024 * 1024);
        }

        assertThat(Ran.in(folder, "check", "large.yml"))
                .isEqualTo(new Ran(2, "", "kanilint: large.yml cannot be read: the file is larger than 50 MB\n"));
    }
}
