package io.kanilint.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code !reference}. */
class ReferenceTest {

    @Test
    void flattensScriptsAndKnowsWhereEachLineIsWritten() {
        Pipeline pipeline = MemoryFiles.of("""
                        include: a.yml
                        build:
                          before_script: !reference [.base, before_script]
                          script:
                            - first
                            - !reference [.base, script]
                            - last
                        """).with("a.yml", """
                        .base:
                          before_script:
                            - prepare
                          script:
                            - !reference [.deep, script]
                            - make
                        .deep:
                          script: deep
                        """).resolve();

        assertThat(Said.script(pipeline, "build")).containsExactly("prepare", "first", "deep", "make", "last");
        assertThat(Said.places(pipeline, "build"))
                .containsExactly(
                        "a.yml:3 <- .gitlab-ci.yml:3",
                        ".gitlab-ci.yml:5 <- .gitlab-ci.yml:5",
                        "a.yml:8 <- .gitlab-ci.yml:6",
                        "a.yml:6 <- .gitlab-ci.yml:6",
                        ".gitlab-ci.yml:7 <- .gitlab-ci.yml:7");
        assertThat(pipeline.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"!reference .base", "!reference [[.base], script]", "!reference {a: b}"})
    void refusesWhatIsNoListOfNames(String reference) {
        Pipeline pipeline = MemoryFiles.resolve("build: {script: [" + reference + "]}\n.base: {script: x}\n");

        assertThat(Said.problems(pipeline))
                .containsExactly(
                        ".gitlab-ci.yml:1:18 '!reference' takes a list of names: '!reference [.job, script]' stands for the script of '.job'.");
    }

    @Test
    void takesNothingTwiceFromACircle() {
        Pipeline pipeline = MemoryFiles.resolve("build: {script: [!reference [build, script], make]}\n");

        assertThat(Said.script(pipeline, "build")).containsExactly("make");
        assertThat(pipeline.problems()).hasSize(1);
        assertThat(pipeline.jobs().getFirst().isComplete()).isFalse();
    }

    @Test
    void takesNamesFromAnchors() {
        Pipeline pipeline = MemoryFiles.resolve("""
                .base: {name: &name .base, script: [make]}
                build: {script: !reference [*name, script]}
                """);

        assertThat(Said.script(pipeline, "build")).containsExactly("make");
    }

    @Test
    void seesTheConfigurationAfterExtends() {
        Pipeline pipeline = MemoryFiles.resolve("""
                .root: {script: [make]}
                .base: {extends: .root}
                build: {script: [!reference [.base, script]]}
                """);

        assertThat(Said.script(pipeline, "build")).containsExactly("make");
    }

    @Test
    void worksInEveryKeyword() {
        Pipeline pipeline = MemoryFiles.resolve("""
                .x:
                  image: {name: x, entrypoint: [""]}
                  variables: {A: a, B: b}
                  rules: [{if: $CI_COMMIT_TAG}]
                build:
                  image: !reference [.x, image]
                  variables: {C: !reference [.x, variables, A]}
                  rules: [!reference [.x, rules]]
                  script: [make]
                other:
                  image: {name: !reference [.x, image, name]}
                  variables: !reference [.x, variables]
                  script: [make]
                """);

        Job build = pipeline.job("build").orElseThrow();
        assertThat(build.image().orElseThrow().entrypoint().orElseThrow()).containsExactly("");
        assertThat(build.variables().get("C").value()).contains("a");
        assertThat(build.pipelines()).containsExactly(PipelineKind.TAG);
        assertThat(Said.image(pipeline, "other")).isEqualTo("x");
        assertThat(pipeline.job("other").orElseThrow().variables()).containsOnlyKeys("A", "B");
        assertThat(pipeline.problems()).isEmpty();
    }

    @Test
    void refusesWhatLeadsNowhereOrInCircles() {
        Pipeline pipeline = MemoryFiles.resolve("""
                a: {script: [!reference [.none, script]]}
                b: {script: [!reference [c, script]]}
                c: {script: [!reference [b, script]]}
                d: {script: [x], image: !reference [d, image]}
                e: {script: [!reference []]}
                """);

        assertThat(Said.problems(pipeline))
                .contains(
                        ".gitlab-ci.yml:1:14 '!reference [.none, script]' leads nowhere. Check its names, or include the file that they are in.",
                        ".gitlab-ci.yml:2:14 '!reference [c, script]' leads back to itself. Take one reference of this circle away.",
                        ".gitlab-ci.yml:4:25 '!reference [d, image]' leads back to itself. Take one reference of this circle away.",
                        ".gitlab-ci.yml:5:14 '!reference []' leads nowhere. Check its names, or include the file that they are in.");
        assertThat(pipeline.job("a").orElseThrow().isComplete()).isFalse();
    }

    @Test
    void keepsAGapWhereTheTargetMayBeElsewhere() {
        Pipeline pipeline = MemoryFiles.resolve("""
                include: https://example.com/ci.yml
                build: {script: [!reference [.none, script], make]}
                """);

        assertThat(pipeline.problems()).isEmpty();
        assertThat(pipeline.gaps()).hasSize(2);
        assertThat(Said.script(pipeline, "build")).containsExactly("make");
    }

    @Test
    void allowsTenLevelsOfLists() {
        assertThat(MemoryFiles.resolve(nested(8)).problems()).isEmpty();
        assertThat(Said.problems(MemoryFiles.resolve(nested(12))))
                .singleElement()
                .asString()
                .contains("'script' of job 'build' is nested more than 10 levels deep.");
    }

    private static String nested(int levels) {
        var text = new StringBuilder(".j0: {script: [x]}\n");
        for (int i = 1; i <= levels; i++) {
            text.append(".j%d: {script: [!reference [.j%d, script]]}\n".formatted(i, i - 1));
        }
        return text + "build: {script: [!reference [.j%d, script]]}\n".formatted(levels);
    }
}
