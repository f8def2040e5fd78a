package io.kanilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports name files as they are reached from the working directory. */
class PathsTest {
    @TempDir
    private Path folder;

    private Path here;

    @BeforeEach
    void writeProjects() throws IOException {
        here = Files.createDirectories(folder.resolve("here/bäu me")).getParent();
        Projects.ciFile(here, Projects.TWO_BUILDS);
        Projects.ciFile(here.resolve("bäu me"), "include: /ci.yml\n");
        Projects.write(here.resolve("bäu me"), "ci.yml", Projects.TWO_BUILDS);
        Projects.ciFile(folder, Projects.TWO_BUILDS);
    }

    @ParameterizedTest
    @CsvSource({
        ".gitlab-ci.yml, .gitlab-ci.yml",
        "./.gitlab-ci.yml, .gitlab-ci.yml",
        ".//bäu me/../.gitlab-ci.yml, .gitlab-ci.yml",
        ".., ../.gitlab-ci.yml",
        "../here/bäu me/, ../here/bäu me/ci.yml",
        "bäu me, bäu me/ci.yml",
        "./bäu me/, bäu me/ci.yml",
        "HERE/bäu me, bäu me/ci.yml",
        "HERE, .gitlab-ci.yml"
    })
    void asTheyAreReached(String path, String shown) {
        Ran ran =
                Ran.in(here, "check", path.replace("HERE", here.toAbsolutePath().toString()));

        assertThat(ran.out()).startsWith(shown + ":5:19: error ");
    }

    @Test
    void whatLiesElsewhereIsNamedInFull() {
        String elsewhere = folder.toAbsolutePath().toString();

        assertThat(Ran.in(here, "check", elsewhere).out()).startsWith(elsewhere + "/.gitlab-ci.yml:5:19: error ");
    }

    @Test
    void theSameFileTwiceIsCheckedOnce() {
        Ran ran = Ran.in(here, "check", ".", "./.gitlab-ci.yml", here.toString(), "bäu me");

        assertThat(ran.out()).endsWith("2 errors (2 jobs and 4 Kaniko builds in 3 files).\n");
    }

    @Test
    void aReportOverwritesNoInput() {
        Ran ran = Ran.in(here, "check", "--output", "bäu me/../.gitlab-ci.yml");

        assertThat(ran.err())
                .isEqualTo("kanilint: --output would overwrite bäu me/../.gitlab-ci.yml, which is checked\n");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(here.resolve(".gitlab-ci.yml")).hasContent(Projects.TWO_BUILDS);
    }
}
