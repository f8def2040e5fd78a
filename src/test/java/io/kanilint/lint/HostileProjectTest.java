package io.kanilint.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.kanilint.yaml.HostileFiles;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The whole check of a hostile file ends soon, and with a result. */
class HostileProjectTest {
    private static final Duration BOUND = Duration.ofSeconds(20);

    @TestFactory
    Stream<DynamicTest> lintingEnds() {
        return HostileFiles.all().entrySet().stream().map(HostileProjectTest::test);
    }

    private static DynamicTest test(Map.Entry<String, Supplier<String>> file) {
        return DynamicTest.dynamicTest(file.getKey(), () -> {
            var files = MapProject.of(file.getValue().get());
            LintResult result = assertTimeoutPreemptively(BOUND, () -> Linter.lint(files, Settings.DEFAULT));
            assertThat(result.findings()).isNotEmpty();
        });
    }
}
