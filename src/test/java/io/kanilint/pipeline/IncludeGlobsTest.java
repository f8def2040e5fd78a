package io.kanilint.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.text.Source;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Includes that depend on which files there are. */
class IncludeGlobsTest {
    private static final String JOB = "build: {script: make}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [Dockerfile]                               | false
            ["**/Dockerfile"]                          | true
            "**/Dockerfile"                            | true
            {paths: [docker/Dockerfile]}               | true
            {paths: ["*file"]}                         | false
            ["*file", "docker/*"]                      | true
            ["docker/*.{yml,yaml}"]                    | false
            ["docker"]                                 | false
            """)
    void asksWhichFilesThereAre(String exists, boolean included) {
        Pipeline pipeline = MemoryFiles.of(
                        "include: {local: a.yml, rules: [{exists: %s}]}\nlint: {script: x}".formatted(exists))
                .with("a.yml", JOB)
                .with("docker/Dockerfile", "")
                .resolve();

        assertThat(pipeline.job("build").isPresent()).isEqualTo(included);
        assertThat(pipeline.gaps()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ci/*.yml        | ci/a.yml,ci/b.yml
            ci/**.yml       | ci/a.yml,ci/b.yml,ci/more/c.yml
            ci/**/*.yml     | ci/more/c.yml
            ci/*/c.yml      | ci/more/c.yml
            c*/a.yml        | ci/a.yml
            *.yml           | top.yml
            **/b.yml        | ci/b.yml
            ci/more/*       | ci/more/c.yml
            none/*.yml      |
            """)
    void matchesPatternsWithPaths(String pattern, @Nullable String matching) {
        Pipeline pipeline = MemoryFiles.of("include: '" + pattern + "'\nlint: {script: x}")
                .with("ci/b.yml", JOB)
                .with("ci/a.yml", JOB)
                .with("ci/more/c.yml", JOB)
                .with("top.yml", JOB)
                .resolve();

        assertThat(pipeline.sources().stream().skip(1).map(Source::path))
                .containsExactly(matching == null ? new String[0] : matching.split(","));
    }
}
