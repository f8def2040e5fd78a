package io.kanilint.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** The chart in the hands of Helm's own engine. */
final class Chart {
    static final Path FOLDER = Path.of("helm", "kanilint");

    /** What everybody has to set. */
    static final String REQUIRED = """
            image: {repository: registry.example.com/tools/kanilint}
            publicUrl: https://kanilint.example.com
            secrets: {name: kanilint-secrets}
            database: {url: "jdbc:postgresql://db.example.com:5432/kanilint"}
            """;

    static final String EMBEDDED = """
            database: {type: embedded, url: ""}
            """;

    private static final String OLDEST_KUBERNETES = "1.27.0";

    /** The pods of 'helm test' are hooks, which the library leaves out of what it renders. The tests run in two processes. */
    private static final Path WITHOUT_HOOKS = withoutHooks(
            Path.of("target", "chart-without-hooks-" + ProcessHandle.current().pid()));

    private Chart() {}

    /** What these values make, on top of the required ones. It is always right in itself. */
    static Rendering render(String... values) {
        var rendering = Rendering.of(text(values));
        assertThat(RestrictedProfile.violations(rendering)).isEmpty();
        assertThat(InlineSecrets.in(rendering)).isEmpty();
        return rendering;
    }

    /** What is said where these values are refused. */
    static String refusal(String... values) {
        Throwable refused = catchThrowable(() -> text(values));
        assertThat(refused)
                .as("the refusal of " + String.join("\n", values))
                .isNotNull()
                .isNotInstanceOf(UncheckedIOException.class);
        return String.valueOf(refused.getMessage());
    }

    static String text(String... values) {
        return with(values, files -> {
            var command = new Helm(WITHOUT_HOOKS)
                    .template()
                    .withName("kanilint")
                    .withNamespace("review")
                    .withKubeVersion(OLDEST_KUBERNETES);
            files.forEach(command::withValuesFile);
            return command.call();
        });
    }

    /** What is printed after an installation. */
    static String notes(String... values) {
        return with(values, files -> {
            var command = new Helm(FOLDER)
                    .install()
                    .withName("kanilint")
                    .withNamespace("review")
                    .withKubeVersion(OLDEST_KUBERNETES)
                    .clientOnly()
                    .dryRun();
            files.forEach(command::withValuesFile);
            return command.call().getOutput();
        });
    }

    static LintResult lint() {
        return new Helm(FOLDER).lint().strict().call();
    }

    private static <T> T with(String[] values, Function<List<Path>, T> use) {
        var files = new ArrayList<Path>();
        try {
            try {
                files.add(written(REQUIRED));
                for (String text : values) {
                    files.add(written(text));
                }
                return use.apply(files);
            } finally {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path withoutHooks(Path copy) {
        try (Stream<Path> all = Files.walk(FOLDER)) {
            FileSystemUtils.deleteRecursively(copy);
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(FOLDER.relativize(file));
                Files.createDirectories(target.getParent());
                Files.writeString(target, Files.readString(file).replace("helm.sh/hook:", "was.helm.sh/hook:"));
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path written(String text) throws IOException {
        return Files.writeString(Files.createTempFile("values", ".yaml"), text);
    }
}
