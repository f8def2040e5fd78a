package io.kanilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.lint.Linter;
import io.kanilint.lint.Settings;
import io.kanilint.pipeline.FolderFiles;
import io.kanilint.report.Style;
import io.kanilint.text.Edit;
import io.kanilint.text.Source;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every folder of {@code fixtures} is a project: {@code expected.txt} is what the command line says of it, and {@code
 * fixed} holds its CI file after the fixes. {@code -Dfixtures=write} writes both anew; the review is reading the diff.
 */
class FixturesTest {
    private static final Path FIXTURES = Path.of("src/test/resources/fixtures");
    private static final boolean WRITE = "write".equals(System.getProperty("fixtures"));
    private static final String CI_FILE = ".gitlab-ci.yml";

    static Stream<Path> projects() throws IOException {
        try (Stream<Path> files = Files.walk(FIXTURES)) {
            return files
                    .filter(file -> file.endsWith(CI_FILE) && !file.getParent().endsWith("fixed"))
                    .map(Path::getParent)
                    .map(FIXTURES::relativize)
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("projects")
    void saysWhatIsExpected(Path project) throws IOException {
        compare(FIXTURES.resolve(project).resolve("expected.txt"), Optional.of(said(FIXTURES.resolve(project))));
    }

    @ParameterizedTest
    @MethodSource("projects")
    void fixesAsExpected(Path project) throws IOException {
        compare(FIXTURES.resolve(project).resolve("fixed").resolve(CI_FILE), fixed(FIXTURES.resolve(project)));
    }

    private static String said(Path project) {
        var out = new StringWriter();
        var err = new StringWriter();
        var terminal = new Terminal(project, new PrintWriter(out), new PrintWriter(err), Style.PLAIN);
        int code = CommandLine.run(terminal, "check");
        return out + (err.toString().isEmpty() ? "" : "standard error: " + err) + "exit code " + code + "\n";
    }

    /** The CI file with the fixes applied one after the other, if there are any. */
    private static Optional<String> fixed(Path project) {
        var files = new FolderFiles(project, CI_FILE, CI_FILE);
        Source source = files.read(CI_FILE).orElseThrow();
        List<Edit> edits = Linter.lint(files, Settings.DEFAULT).findings().stream()
                .map(Finding::fixes)
                .flatMap(fixes -> fixes.stream().limit(1))
                .map(Fix::edits)
                .flatMap(List::stream)
                .toList();
        return edits.isEmpty()
                ? Optional.empty()
                : Optional.of(Edit.apply(source, edits).text());
    }

    private static void compare(Path file, Optional<String> actual) throws IOException {
        if (WRITE && actual.isPresent()) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, actual.get());
        } else if (WRITE) {
            Files.deleteIfExists(file);
        }
        Optional<String> expected = Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        assertThat(actual).as("%s, written anew by -Dfixtures=write", file).isEqualTo(expected);
    }
}
