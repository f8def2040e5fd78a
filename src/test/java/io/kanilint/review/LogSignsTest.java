package io.kanilint.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogSignsTest {
    private static final String FIRST = """
            $ /kaniko/executor --context webui --destination registry.example/webui
            \u001b[36mINFO\u001b[0m[0000] Retrieving image manifest python:3.12
            \u001b[36mINFO\u001b[0m[0004] RUN pip install lab-alpha lab-beta
            """;
    private static final String SECOND = """
            \u001b[36mINFO\u001b[0m[0021] Pushed registry.example/webui@sha256:1
            \u001b[36mINFO\u001b[0m[0000] Retrieving image manifest python:3.12
            \u001b[36mINFO\u001b[0m[0002] WORKDIR /app
            \u001b[36mINFO\u001b[0m[0002] Cmd: workdir
            \u001b[36mINFO\u001b[0m[0002] No files changed in this command, skipping snapshotting.
            \u001b[36mINFO\u001b[0m[0003] RUN pip install lab-alpha lab-beta
            """;

    @Test
    void aLaterBuildFindsWhatAnEarlierOneInstalled() {
        LogSigns signs = LogSigns.in(FIRST + "Successfully installed lab_alpha-1.0 lab.beta-2.0\n" + SECOND
                        + "Requirement already satisfied: lab-alpha in /usr/lib/python3 (1.0)\r\n"
                        + "2024-05-22T12:12:09.198767Z 01O Requirement already satisfied: Lab_Beta>=1 in /usr/lib\n"
                        + "Requirement already satisfied: pip in /usr/lib\n")
                .orElseThrow();
        assertThat(signs.packages()).containsExactly("lab-alpha", "lab-beta");
        assertThat(signs.lines())
                .containsExactly(
                        "Requirement already satisfied: lab-alpha in /usr/lib/python3 (1.0)",
                        "Requirement already satisfied: Lab_Beta>=1 in /usr/lib");
    }

    @Test
    void aFolderThatWasThereIsAHintBesideASignAndNoSignByItself() {
        assertThat(LogSigns.in(FIRST + "Successfully installed lab_alpha-1.0\n" + SECOND))
                .isEmpty();
        assertThat(LogSigns.in(FIRST + "Successfully installed lab_alpha-1.0\n" + SECOND
                                + "Requirement already satisfied: lab-alpha in /usr/lib\n")
                        .orElseThrow()
                        .lines())
                .containsExactly(
                        "Requirement already satisfied: lab-alpha in /usr/lib",
                        "INFO[0002] WORKDIR /app",
                        "INFO[0002] No files changed in this command, skipping snapshotting.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Setting up curl (7.88.1-10) ...|curl is already the newest version (7.88.1-10).|curl",
                "Setting up libpq5:amd64 (15.8-0) ...|libpq5:amd64 is already the newest version (15.8-0).|libpq5",
                "(1/5) Installing curl (8.5.0-r0)|INFO[0003] Running: [/bin/sh -c apk add --no-cache curl]~OK: 12 MiB in 25 packages|curl",
                "Installing : curl-7.76.1-26.el9.x86_64 1/5|Package curl-7.76.1-26.el9.x86_64 is already installed.|curl-7.76.1-26.el9.x86_64",
            })
    void otherPackageManagersSayItInTheirWords(String installed, String present, String name) {
        String later = SECOND + present.replace('~', '\n') + "\n";
        assertThat(LogSigns.in(FIRST + installed + "\n" + later).orElseThrow().packages())
                .containsExactly(name);
        assertThat(LogSigns.in(FIRST + later)).as("not installed before").isEmpty();
        assertThat(LogSigns.in(FIRST + SECOND + installed + "\n" + present.replace('~', '\n')))
                .as("installed by the same build")
                .isEmpty();
    }

    @Test
    void whatApkInstallsAnewIsNoSign() {
        assertThat(LogSigns.in(FIRST + "(1/1) Installing curl (8.5.0-r0)\n" + SECOND
                        + "INFO[0003] Running: [/bin/sh -c apk add curl]\n(1/1) Installing curl (8.5.0-r0)\n"
                        + "OK: 12 MiB in 25 packages\n"))
                .isEmpty();
    }

    /** Tools that a build runs may count seconds as the executor does, and yarn echoes commands as the runner does. */
    @Test
    void oneBuildIsOneHoweverItsToolsWrite() {
        assertThat(LogSigns.in(FIRST + "Successfully installed lab_alpha-1.0\n"
                        + "INFO[0019] Taking snapshot of full filesystem...\n"
                        + "INFO[0000] linting\n$ node executor.js\nINFO[0025] Retrieving image manifest alpine\n"
                        + "Requirement already satisfied: lab-alpha in /usr/lib\n"))
                .isEmpty();
    }

    @Test
    void whatTheSameBuildInstallsAgainIsItsOwn() {
        assertThat(
                        LogSigns.in(
                                FIRST + "Successfully installed lab_alpha-1.0\n" + SECOND
                                        + "Successfully installed lab_alpha-1.0\nRequirement already satisfied: lab-alpha in /usr/lib\n"))
                .isEmpty();
    }

    @Test
    void anyTextIsRead() {
        assertThat(LogSigns.in("")).isEmpty();
        assertThat(LogSigns.in("\u0000\r\r\n$ \nINFO[] x\nSuccessfully installed -\n" + "x".repeat(100_000)))
                .isEmpty();
    }
}
