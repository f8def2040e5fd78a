package io.kanilint.yaml;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.kanilint.text.Source;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever a file holds, reading it ends soon: with nodes that can be walked over, or with a {@link YamlException}. */
class HostileYamlTest {
    private static final Duration BOUND = Duration.ofSeconds(20);

    @TestFactory
    Stream<DynamicTest> readingEnds() {
        return HostileFiles.all().entrySet().stream().map(HostileYamlTest::test);
    }

    private static DynamicTest test(Map.Entry<String, Supplier<String>> file) {
        return DynamicTest.dynamicTest(
                file.getKey(),
                () -> assertTimeoutPreemptively(
                        BOUND, () -> read(file.getValue().get())));
    }

    private static void read(String text) {
        try {
            YamlFile file = YamlReader.read(new Source("ci", text), YamlLimits.DEFAULT);
            Nodes.all(file).limit(10_000).forEach(HostileYamlTest::use);
        } catch (YamlException e) {
            e.span().startColumn();
        }
    }

    private static void use(YamlNode node) {
        switch (node) {
            case YamlMap map -> map.effective();
            case YamlScalar scalar -> scalar.text();
            case YamlList _, YamlReference _, YamlAlias _ -> {}
        }
    }
}
