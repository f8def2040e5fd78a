package io.kanilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.report.Style;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --fix}: files are repaired where they are, and nothing else of them changes. */
class FixTest {
    private static final String UNSAFE = """
            build:
              script:
                - /kaniko/executor --context web --destination registry.example.com/web:1
                - make something
                - /kaniko/executor --context api --destination registry.example.com/api:1
            """;

    @TempDir
    private Path folder;

    @Test
    void appliesAndTellsWhatAndEndsWithWhatIsLeft() throws IOException {
        Path file = Projects.ciFile(folder, Projects.TWO_BUILDS);

        Ran ran = Ran.in(folder, "check", "--fix");

        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .startsWith("Fixed .gitlab-ci.yml: Split into 'build_web' and 'build_api' (multi-build-job).\n")
                .contains("2 jobs and 2 Kaniko builds in 1 file");
        assertThat(ran.err()).isEmpty();
        assertThat(Files.readString(file)).contains("build_web:", "build_api:", "# 😀 two images");
        assertThat(names()).containsExactly(".gitlab-ci.yml");
        assertThat(Ran.in(folder, "check", "--fix").out()).doesNotContain("Fixed");
    }

    @Test
    void aPathMayFollow() throws IOException {
        Path file = Projects.write(folder, "a b.yml", Projects.TWO_BUILDS);

        assertThat(Ran.in(folder, "check", "--fix", "a b.yml").code()).isZero();
        assertThat(file).content().contains("build_web:");
    }

    @Test
    void whatAPersonMustLookAtTakesAWordOfItsOwn() {
        Path file = Projects.ciFile(folder, UNSAFE);

        Ran safe = Ran.in(folder, "check", "--fix=safe");
        assertThat(safe.code()).isEqualTo(1);
        assertThat(safe.err()).isEqualTo("kanilint: 1 more can be fixed with --fix=unsafe; look at these changes\n");
        assertThat(file).hasContent(UNSAFE);

        assertThat(Ran.in(folder, "check", "--fix=unsafe").code()).isZero();
        assertThat(file).content().contains("build_api:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "sarif", "gitlab"})
    void reportsForProgramsStayPure(String format) {
        Projects.ciFile(folder, Projects.TWO_BUILDS);

        Ran ran = Ran.in(folder, "check", "--fix", "--format", format);

        assertThat(ran.out()).matches("(?s)[\\[{].*[]}]\n").doesNotContain("Fixed");
        assertThat(ran.err()).startsWith("Fixed .gitlab-ci.yml: ");
    }

    @Test
    void lineEndsAndByteOrderMarkAreKept() throws IOException {
        String text = "\uFEFF" + Projects.TWO_BUILDS.replace("\n", "\r\n").stripTrailing();
        Path file = Projects.ciFile(folder, text);

        assertThat(Ran.in(folder, "check", "--fix").code()).isZero();

        String fixed = Files.readString(file);
        assertThat(fixed).startsWith("\uFEFF# 😀").doesNotEndWith("\n");
        assertThat(fixed.replace("\r\n", "")).doesNotContain("\n", "\r");
    }

    @Test
    void modeAndLinksAreKept() throws IOException {
        Path file = Projects.write(folder, "real.yml", Projects.TWO_BUILDS);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x---"));
        Path link = Files.createSymbolicLink(folder.resolve(".gitlab-ci.yml"), Path.of("real.yml"));

        assertThat(Ran.in(folder, "check", "--fix").code()).isZero();

        assertThat(link).isSymbolicLink();
        assertThat(file).content().contains("build_web:");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rwxr-x---");
    }

    @Test
    void aFileThatNobodyMayWriteStays() throws IOException {
        Path file = Projects.ciFile(folder, Projects.TWO_BUILDS);
        Path other = Projects.write(folder, "other.yml", Projects.TWO_BUILDS);
        Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("r--r--r--"));

        Ran ran = Ran.in(folder, "check", "--fix", ".gitlab-ci.yml", "other.yml");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).isEqualTo("kanilint: other.yml cannot be written: permission denied\n");
        assertThat(file).hasContent(Projects.TWO_BUILDS);
        assertThat(names()).containsExactly(".gitlab-ci.yml", "other.yml");
    }

    @Test
    void whatIsNotUtf8Stays() throws IOException {
        byte[] text = Projects.TWO_BUILDS.replace("😀", "é").getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(folder.resolve(".gitlab-ci.yml"), text);

        Ran ran = Ran.in(folder, "check", "--fix");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .isEqualTo("kanilint: .gitlab-ci.yml cannot be written: it is not UTF-8, or was changed meanwhile\n");
        assertThat(file).hasBinaryContent(text);
    }

    @Test
    void aFileOfTwoProjectsIsRepairedOnce() throws IOException {
        Path shared = Projects.write(folder, "shared.yml", Projects.TWO_BUILDS);
        Projects.write(folder, "a.yml", "include: shared.yml\n");
        Projects.write(folder, "b.yml", "include: shared.yml\n");

        Ran ran = Ran.in(folder, "check", "--fix", "a.yml", "b.yml");

        assertThat(ran.code()).isZero();
        assertThat(ran.out().lines().filter(line -> line.startsWith("Fixed ")))
                .containsExactly("Fixed shared.yml: Split into 'build_web' and 'build_api' (multi-build-job).");
        assertThat(shared).content().containsOnlyOnce("build_web:");
    }

    @Test
    void theDiffChangesNothingAndIsOnlyADiff() throws IOException {
        Path inner = Files.createDirectories(folder.resolve("some where"));
        Path file = Projects.ciFile(inner, Projects.TWO_BUILDS);

        Ran ran = Ran.in(folder, "check", "--fix", "--diff", "some where");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out())
                .startsWith("--- a/some where/.gitlab-ci.yml\t\n+++ b/some where/.gitlab-ci.yml\t\n@@ ")
                .contains("\n-build:\n+build_web:\n");
        assertThat(ran.out().lines()).allMatch(line -> line.matches("(?s)(---|\\+\\+\\+|@@|[-+ ]).*"));
        assertThat(ran.err()).isEqualTo("kanilint: 1 fixed by this diff; nothing was changed\n");
        assertThat(file).hasContent(Projects.TWO_BUILDS);
        assertThat(Ran.in(folder, "check", "--diff", "some where").out()).isEqualTo(ran.out());
        assertThat(Ran.in(folder, Style.COLOURED, "check", "--diff", "some where")
                        .out())
                .contains("\u001B[32m+build_web:\u001B[0m");
    }

    @Test
    void whatNeedsNoFixHasNoDiff() {
        Projects.ciFile(folder, Projects.CLEAN);

        assertThat(Ran.in(folder, "check", "--diff").out()).isEmpty();
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }
}
