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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every folder of {@code fixtures} is a project: {@code expected.txt} is what the command line says of it, and {@code
 * fixed} holds its files after the fixes. {@code -Dfixtures=write} writes both anew; the review is reading the diff.
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
        Path folder = FIXTURES.resolve(project).resolve("fixed");
        Map<String, String> fixed = fixed(FIXTURES.resolve(project));
        Set<String> paths = new TreeSet<>(fixed.keySet());
        paths.addAll(files(folder));
        for (String path : paths) {
            compare(folder.resolve(path), Optional.ofNullable(fixed.get(path)));
        }
    }

    private static List<String> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }

    private static String said(Path project) {
        var out = new StringWriter();
        var err = new StringWriter();
        var terminal = new Terminal(project, new PrintWriter(out), new PrintWriter(err), Style.PLAIN);
        int code = CommandLine.run(terminal, "check");
        return out + (err.toString().isEmpty() ? "" : "standard error: " + err) + "exit code " + code + "\n";
    }

    /** The changed files after the first fix of each finding, unless it changes lines that one before it changes. */
    private static Map<String, String> fixed(Path project) {
        var files = new FolderFiles(project, CI_FILE, CI_FILE);
        var edits = new ArrayList<Edit>();
        for (Finding finding : Linter.lint(files, Settings.DEFAULT).findings()) {
            finding.fixes().stream()
                    .limit(1)
                    .map(Fix::edits)
                    .filter(next ->
                            next.stream().noneMatch(edit -> edits.stream().anyMatch(known -> overlap(known, edit))))
                    .forEach(edits::addAll);
        }
        return edits.stream().map(Edit::file).distinct().collect(Collectors.toMap(path -> path, path -> {
            Source source = files.read(path).orElseThrow();
            return Edit.apply(source, edits).text();
        }));
    }

    private static boolean overlap(Edit one, Edit other) {
        return one.file().equals(other.file())
                && one.startLine() <= other.endLine()
                && other.startLine() <= one.endLine();
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
