package io.kanilint.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code extends}, {@code default} and {@code inherit}. */
class ExtendsTest {

    @Test
    void mergesLaterParentsOverEarlierOnesAndTheJobOverAll() {
        Pipeline pipeline = MemoryFiles.resolve("""
                .a:
                  image: {name: a, entrypoint: [""]}
                  script: [a, a]
                  variables: {A: a, B: a, C: a}
                .b:
                  extends: .root
                  image: {name: b}
                  variables: {B: b, C: b}
                .root:
                  before_script: [root]
                  variables: {C: root, D: root}
                build:
                  extends: [.a, .b]
                  variables: {C: build}
                """);

        Job build = pipeline.job("build").orElseThrow();
        assertThat(Said.script(pipeline, "build")).containsExactly("root", "a", "a");
        assertThat(build.image().orElseThrow().name()).isEqualTo("b");
        assertThat(build.image().orElseThrow().entrypoint().orElseThrow()).containsExactly("");
        assertThat(build.variables()).hasSize(4);
        assertThat(build.variables().get("A").value()).contains("a");
        assertThat(build.variables().get("B").value()).contains("b");
        assertThat(build.variables().get("C").value()).contains("build");
        assertThat(build.variables().get("D").value()).contains("root");
        assertThat(pipeline.problems()).isEmpty();
    }

    @Test
    void takesNullAsRemovalAndAnEmptyMappingAsNothing() {
        Pipeline pipeline = MemoryFiles.resolve("""
                base: {script: [x], variables: {A: a}, image: base}
                removed: {extends: base, variables: null, image: null}
                kept: {extends: base, variables: {}}
                """);

        assertThat(pipeline.job("removed").orElseThrow().variables()).isEmpty();
        assertThat(Said.image(pipeline, "removed")).isEqualTo("none");
        assertThat(pipeline.job("kept").orElseThrow().variables()).containsOnlyKeys("A");
    }

    @Test
    void extendsAcrossFiles() {
        Pipeline pipeline = MemoryFiles.of("include: a.yml\nbuild: {extends: .base, image: x}")
                .with("a.yml", ".base: {script: [make]}")
                .resolve();

        assertThat(Said.places(pipeline, "build")).containsExactly("a.yml:1 <- a.yml:1");
        assertThat(pipeline.job("build").orElseThrow().definitions()).hasSize(1);
    }

    @Test
    void refusesUnknownParentsAndCircles() {
        Pipeline pipeline = MemoryFiles.resolve("""
                a: {extends: b, script: x}
                b: {extends: a, script: x}
                c: {extends: .none, script: x}
                d: {extends: stages, script: x}
                stages: [test]
                """);

        assertThat(Said.problems(pipeline))
                .containsExactly(
                        ".gitlab-ci.yml:2:14 Job 'b' extends 'a', which extends it in turn. GitLab refuses such a circle.",
                        ".gitlab-ci.yml:3:14 Job 'c' extends '.none', which does not exist. Check the name, or include the file that it is in.",
                        ".gitlab-ci.yml:4:14 Job 'd' extends 'stages', which is not a job.");
    }

    @Test
    void allowsElevenLevels() {
        assertThat(MemoryFiles.resolve(chain(11, false)).problems()).isEmpty();
        assertThat(MemoryFiles.resolve(chain(11, true)).problems()).isEmpty();
        assertThat(Said.problems(MemoryFiles.resolve(chain(12, false))))
                .containsExactly(".gitlab-ci.yml:13:16 Job 'j12' extends more than 11 levels of templates.");
        assertThat(Said.problems(MemoryFiles.resolve(chain(12, true))))
                .containsExactly(".gitlab-ci.yml:1:16 Job 'j12' extends more than 11 levels of templates.");
    }

    private static String chain(int levels, boolean reversed) {
        var text = new StringBuilder("j0: {script: x}\n");
        for (int i = 1; i <= levels; i++) {
            String line = "j%d: {extends: j%d}\n".formatted(i, i - 1);
            text.insert(reversed ? 0 : text.length(), line);
        }
        return text.toString();
    }

    @Test
    void neverMergesDefaults() {
        Pipeline pipeline = MemoryFiles.resolve("""
                default:
                  image: {name: d, entrypoint: [""]}
                  before_script: [d]
                  tags: [d]
                image: ignored
                after_script: [global]
                own: {script: [x], image: {name: own}, before_script: []}
                inherited: {script: [x], image: null}
                """);

        assertThat(Said.image(pipeline, "own")).isEqualTo("own");
        assertThat(pipeline.job("own").orElseThrow().image().orElseThrow().entrypoint())
                .isEmpty();
        assertThat(Said.script(pipeline, "own")).containsExactly("x");
        assertThat(Said.image(pipeline, "inherited")).isEqualTo("d");
        assertThat(Said.script(pipeline, "inherited")).containsExactly("d", "x");
        assertThat(pipeline.job("inherited").orElseThrow().afterScript().items())
                .hasSize(1);
        assertThat(pipeline.job("inherited").orElseThrow().keywords()).containsKeys("tags", "image");
    }

    @Test
    void inheritsWhatAJobWants() {
        Pipeline pipeline = MemoryFiles.resolve("""
                default: {image: d, before_script: [d]}
                variables: {A: a, B: b}
                none: {script: [x], inherit: {default: false, variables: false}}
                some: {script: [x], inherit: {default: [image], variables: [B]}}
                all: {script: [x], inherit: {default: true}}
                """);

        assertThat(Said.image(pipeline, "none")).isEqualTo("none");
        assertThat(pipeline.job("none").orElseThrow().variables()).isEmpty();
        assertThat(Said.script(pipeline, "some")).containsExactly("x");
        assertThat(Said.image(pipeline, "some")).isEqualTo("d");
        assertThat(pipeline.job("some").orElseThrow().variables()).containsOnlyKeys("B");
        assertThat(Said.script(pipeline, "all")).containsExactly("d", "x");
        assertThat(pipeline.job("all").orElseThrow().variables()).containsOnlyKeys("A", "B");
    }

    /** An unknown parent may bring its own image, so that the default one may not count. */
    @Test
    void leavesDefaultsOutWhereAParentIsUnknown() {
        Pipeline pipeline = MemoryFiles.resolve("""
                include: https://example.com/ci.yml
                default: {image: d}
                build: {extends: .unknown, script: [x]}
                """);

        assertThat(Said.image(pipeline, "build")).isEqualTo("none");
    }
}
