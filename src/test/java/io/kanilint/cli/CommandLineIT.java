package io.kanilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packed jar as a command: exit codes, what goes where, and that it starts no service. */
class CommandLineIT {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Path JAR =
            Path.of(System.getProperty("kanilint.jar", "target/kanilint.jar")).toAbsolutePath();

    @TempDir
    private Path folder;

    @TempDir
    private Path logs;

    @BeforeEach
    void writeProjects() throws IOException {
        Projects.ciFile(Files.createDirectories(folder.resolve("clean")), Projects.CLEAN);
        Projects.ciFile(Files.createDirectories(folder.resolve("broken")), Projects.TWO_BUILDS);
        Projects.ciFile(Files.createDirectories(folder.resolve("nonsense")), Projects.NOT_YAML);
    }

    @ParameterizedTest
    @CsvSource({
        "check clean, 0",
        "check broken, 1",
        "check broken --fail-on never, 0",
        "check nonsense, 2",
        "check nope, 2",
        "check --format xml, 2",
        "chekc, 2",
        "check --format sarif clean, 0",
        "check --diff broken, 1",
        "rules, 0",
        "explain multi-build-job, 0",
        "explain nope, 2",
        "completion bash, 0",
        "--version, 0",
        "--help, 0"
    })
    void endsWithThePromisedCode(String command, int code) throws Exception {
        assertThat(run(command).code()).isEqualTo(code);
    }

    @Test
    void anUnknownCommandGetsOneLineAndNoService() throws Exception {
        Ran ran = run("chekc");

        assertThat(ran)
                .isEqualTo(new Ran(
                        2,
                        "",
                        "kanilint: there is no command 'chekc'; did you mean 'check'? Try 'kanilint --help'.\n"));
        assertThat(loadedFromSpring()).isEmpty();
    }

    @Test
    void checkingLoadsNoSpring() throws Exception {
        assertThat(run("check broken").code()).isEqualTo(1);

        assertThat(loadedFromSpring()).isEmpty();
    }

    @Test
    void whatIsPipedHasNoColours() throws Exception {
        Ran ran = run("check broken");

        assertThat(ran.out()).contains("error multi-build-job", "😀").doesNotContain("\u001B");
        assertThat(ran.err()).isEmpty();
    }

    private Ran run(String arguments) throws Exception {
        var command = new ArrayList<>(List.of(
                JAVA.toString(),
                "-Xlog:class+load:file=" + logs.resolve("classes.log"),
                "-Dfile.encoding=UTF-8",
                "-jar",
                JAR.toString()));
        command.addAll(List.of(arguments.split(" ")));
        Path out = logs.resolve("out");
        Path err = logs.resolve("err");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        process.environment().remove("JAVA_TOOL_OPTIONS");
        int code = process.start().waitFor();
        return new Ran(code, Files.readString(out), Files.readString(err));
    }

    /** Spring's classes that were loaded, but for those of the loader that unpacks the jar. */
    private List<String> loadedFromSpring() throws IOException {
        try (Stream<String> lines = Files.lines(logs.resolve("classes.log"))) {
            List<String> loaded =
                    lines.filter(line -> line.contains("org.springframework.")).toList();
            assertThat(loaded).as("the log of classes works").isNotEmpty();
            return loaded.stream()
                    .filter(line -> !line.contains(" org.springframework.boot.loader."))
                    .toList();
        }
    }
}
