package io.kanilint.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Small files that would grow without end, and large ones that do not. */
class BombsTest {

    @Test
    void references() {
        var text = new StringBuilder(".r0: {script: [x, x, x, x, x, x, x, x, x, x]}\n");
        for (int i = 1; i <= 8; i++) {
            String reference = "!reference [.r%d, script]".formatted(i - 1);
            text.append(".r%d: {script: [%s]}\n".formatted(i, (reference + ", ").repeat(20)));
        }
        text.append("build: {script: !reference [.r8, script]}\n");

        isStopped(text.toString());
    }

    @Test
    void extendedScripts() {
        var text = new StringBuilder(".x: {script: ['" + "x".repeat(100_000) + "']}\n");
        for (int i = 0; i < 10_000; i++) {
            text.append("j%d: {extends: .x}\n".formatted(i));
        }

        isStopped(text.toString());
    }

    @Test
    void extendedMappings() {
        var text = new StringBuilder(".x:\n  variables:\n");
        for (int i = 0; i < 10_000; i++) {
            text.append("    V%d: x\n".formatted(i));
        }
        for (int i = 0; i < 10_000; i++) {
            text.append("j%d: {extends: .x, script: [x], variables: {A: b}}\n".formatted(i));
        }

        isStopped(text.toString());
    }

    @Test
    void globalVariables() {
        var text = new StringBuilder("variables:\n");
        for (int i = 0; i < 20_000; i++) {
            text.append("  V%d: x\n".formatted(i));
        }
        for (int i = 0; i < 20_000; i++) {
            text.append("j%d: {script: [x]}\n".formatted(i));
        }

        isStopped(text.toString());
    }

    @Test
    void defaultScripts() {
        isStopped("default: {before_script: [" + "make, ".repeat(20_000) + "make]}\n" + jobs(20_000, "script: [x]"));
    }

    @Test
    void wideMatrices() {
        String columns =
                IntStream.range(0, 40_000).mapToObj("A%d: [1, 2]"::formatted).collect(Collectors.joining(", "));

        isStopped("build: {script: [x], parallel: {matrix: [{" + columns + "}]}}");
    }

    @Test
    void manyMatrices() {
        String column = "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]";

        isStopped(jobs(4_000, "script: [x], parallel: {matrix: [{A: %s, B: %1$s}]}".formatted(column)));
        isStopped(jobs(10_000, "script: [x], parallel: 200"));
    }

    @Test
    void manyJobs() {
        Pipeline pipeline = read(MemoryFiles.of(jobs(10_001, "script: [x]")));

        assertThat(Said.problems(pipeline))
                .containsExactly(".gitlab-ci.yml:10001:1 There are more than 10,000 jobs. From here on, none is read.");
        assertThat(pipeline.jobs()).hasSize(10_000);
    }

    private static String jobs(int count, String body) {
        return IntStream.range(0, count)
                .mapToObj(i -> "j%d: {%s}\n".formatted(i, body))
                .collect(Collectors.joining());
    }

    @Test
    void filePatterns() {
        String include = "{local: '%sa*b*c*d*.yml', rules: [{exists: ['**/**/**/*a*b*c*d*.yml']}]}";
        MemoryFiles files = MemoryFiles.of("include: ["
                + IntStream.range(0, 140)
                        .mapToObj(i -> include.formatted("*".repeat(1 + i % 100)))
                        .collect(Collectors.joining(", "))
                + "]\nbuild: {script: [x]}\n");
        for (int i = 0; i < 2_000; i++) {
            files.with("a".repeat(100) + i, "");
        }

        assertThat(Said.gaps(read(files))).anySatisfy(gap -> assertThat(gap).contains("a*b*c*d*.yml' are not read."));
    }

    @Test
    void parentsOfParents() {
        var text = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            text.append("j%d: {extends: [j%d, j%d, j%d], script: [x]}\n".formatted(i, i + 1, i + 2, i + 3));
        }

        assertThat(read(MemoryFiles.of(text.toString())).problems()).isNotEmpty();
    }

    @Test
    void deepReferences() {
        var text = new StringBuilder(".a0: x\n");
        for (int i = 1; i < 200; i++) {
            text.append(".a%d: %s!reference [.a%d]%s\n".formatted(i, "[".repeat(40), i - 1, "]".repeat(40)));
        }
        text.append("build: {script: [x], cache: !reference [.a199]}\n");

        assertThat(read(MemoryFiles.of(text.toString())).problems()).isNotEmpty();
    }

    @Test
    void aLargePipelineIsNoBomb() {
        var includes = new StringBuilder("include:\n");
        MemoryFiles files = MemoryFiles.at(MemoryFiles.CI);
        for (int i = 0; i < 100; i++) {
            includes.append("  - f%d.yml\n".formatted(i));
            files.with("f%d.yml".formatted(i), ".t%d: {script: [make], variables: {A: a}}\n".formatted(i));
        }
        while (includes.chars().filter(c -> c == '\n').count() < 20_000) {
            int i = includes.length();
            includes.append("""
                    job%d:
                      extends: .t%d
                      image: {name: x, entrypoint: [""]}
                      rules:
                        - if: $CI_COMMIT_TAG =~ /^v/
                        - when: never
                      variables:
                        B: b
                      script:
                        - /kaniko/executor --destination x:%d
                    """.formatted(i, i % 100, i));
        }
        Pipeline pipeline = read(files.with(MemoryFiles.CI, includes.toString()));

        assertThat(pipeline.problems()).isEmpty();
        assertThat(pipeline.jobs()).hasSizeGreaterThan(1_900);
    }

    private static void isStopped(String text) {
        assertThat(read(MemoryFiles.of(text)).problems())
                .anySatisfy(problem -> assertThat(problem.message()).contains("make this grow"));
    }

    private static Pipeline read(MemoryFiles files) {
        return Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> files.resolve());
    }
}
