package io.kanilint.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.text.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same checks on a folder of real CI files, for whoever has one: its path is in {@code KANILINT_CORPUS}. */
@EnabledIfEnvironmentVariable(named = "KANILINT_CORPUS", matches = ".+")
class CollectedFilesTest {

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getenv("KANILINT_CORPUS")))) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everythingLiesWhereItWasWritten(Path path) throws IOException {
        String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        YamlFile file;
        try {
            file = YamlReader.read(new Source(path.getFileName().toString(), text), YamlLimits.DEFAULT);
        } catch (YamlException e) {
            assertThat(e.span().startLine()).isPositive();
            System.out.println(e.span() + ": " + e.getMessage());
            return;
        }

        SpanCheck.check(file);
        Nodes.scalars(file).forEach(PlaceCheck::check);
    }
}
