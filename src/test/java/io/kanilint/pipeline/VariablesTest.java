package io.kanilint.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code variables} and {@code parallel}. */
class VariablesTest {

    @Test
    void readsAllForms() {
        Job build = job("""
                variables:
                  GLOBAL: {value: g, description: text}
                  RAW: {value: $X, expand: false}
                  LATER: $GLOBAL
                build:
                  script: [x]
                  variables:
                    NUMBER: 1.10
                    OCTAL: 010
                    YES: yes
                    QUOTED: '1.10'
                    NOTHING:
                    BLOCK: |
                      a
                      b
                    LATER: own
                """);

        assertThat(build.variables()).doesNotContainKey("NOTHING");
        assertThat(value(build, "GLOBAL")).isEqualTo("g");
        assertThat(value(build, "RAW")).isEqualTo("$X");
        assertThat(build.variables().get("RAW").expand()).isFalse();
        assertThat(build.variables().get("GLOBAL").expand()).isTrue();
        assertThat(value(build, "NUMBER")).isEqualTo("1.1");
        assertThat(value(build, "OCTAL")).isEqualTo("8");
        assertThat(value(build, "YES")).isEqualTo("true");
        assertThat(value(build, "QUOTED")).isEqualTo("1.10");
        assertThat(value(build, "BLOCK")).isEqualTo("a\nb\n");
        assertThat(value(build, "LATER")).isEqualTo("own");
        assertThat(build.variables().get("LATER").span()).hasToString(".gitlab-ci.yml:16:12");
        assertThat(build.variables().keySet()).startsWith("GLOBAL", "RAW", "LATER", "NUMBER");
    }

    @Test
    void knowsThatRulesChangeValues() {
        Job build = job("""
                variables: {A: a}
                workflow:
                  rules: [{if: $CI_COMMIT_TAG, variables: {A: tag}}, {when: always}]
                build:
                  script: [x]
                  variables: {B: b}
                  rules: [{if: $CI_COMMIT_TAG, variables: {B: tag, C: tag}}, {when: always}]
                """);

        assertThat(build.variables().get("A").values()).containsExactly("a", "tag");
        assertThat(build.variables().get("B").values()).containsExactly("b", "tag");
        assertThat(build.variables().get("C").value()).isEmpty();
    }

    @Test
    void combinesTheMatrix() {
        Job build = job("""
                build:
                  script: [x]
                  variables: {ARCH: none}
                  parallel:
                    matrix:
                      - ARCH: [amd64, arm64]
                        KIND: x
                      - ARCH: riscv
                        KIND: [x, x]
                """);

        assertThat(build.matrix()).hasSize(4);
        assertThat(build.matrix().getFirst())
                .isEqualTo(Map.of("ARCH", "amd64", "KIND", "x", "CI_NODE_INDEX", "1", "CI_NODE_TOTAL", "4"));
        assertThat(build.variables().get("ARCH").values()).containsExactly("amd64", "arm64", "riscv");
        assertThat(build.variables().get("ARCH").value()).isEmpty();
        assertThat(value(build, "KIND")).isEqualTo("x");
    }

    @Test
    void countsInstances() {
        assertThat(job("build: {script: [x], parallel: 3}").matrix()).hasSize(3);
        assertThat(job("build: {script: [x]}").matrix()).containsExactly(Map.of());
        assertThat(job("build: {script: [x], parallel: $N}").matrix()).hasSize(1);
        assertThat(job("build: {script: [x], parallel: {matrix: [{A: !reference [x]}]}}")
                        .matrix())
                .hasSize(1);
    }

    @Test
    void refusesMoreThanTwoHundredCombinations() {
        String values = "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]";
        Pipeline pipeline = MemoryFiles.resolve(
                "build: {script: [x], parallel: {matrix: [{A: %s, B: %s}]}}".formatted(values, values));

        assertThat(Said.problems(pipeline))
                .containsExactly(
                        ".gitlab-ci.yml:1:41 The matrix of job 'build' makes more than 200 jobs, which GitLab refuses.");
        assertThat(pipeline.jobs().getFirst().matrix()).hasSize(200);
    }

    /** Expected values: what {@code YAML.load("x: " + written)["x"].to_s} gives in Ruby, by Psych's ScalarScanner. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            010      | 8
            08       | 08
            0x1F     | 31
            0b101    | 5
            1_000    | 1000
            1,000    | 1000
            +5       | 5
            -0x10    | -16
            0        | 0
            1.10     | 1.1
            -1.0     | -1.0
            1.       | 1.0
            .5       | 0.5
            1.5e+3   | 1500.0
            1.5e3    | 1.5e3
            1e3      | 1e3
            12:30    | 45000
            1:02:03  | 3723
            12:60    | 12:60
            v1.10    | v1.10
            1.2.3    | 1.2.3
            99999999999999999999 | 99999999999999999999
            """)
    void writesNumbersAsRubyDoes(String written, String seen) {
        Job build = job("build:\n  script: [x]\n  variables:\n    X: %s\n".formatted(written));

        assertThat(value(build, "X")).isEqualTo(seen);
    }

    private static Job job(String ci) {
        return MemoryFiles.resolve(ci).job("build").orElseThrow();
    }

    private static String value(Job job, String name) {
        return job.variables().get(name).value().orElseThrow();
    }
}
