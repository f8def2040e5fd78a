package io.kanilint.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.text.Source;
import io.kanilint.yaml.YamlMap;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code include} in all of its forms. */
class IncludeTest {
    private static final String JOB = """
            build:
              script: make
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "include: ci/build.yml",
                "include: /ci/build.yml",
                "include: [ci/build.yml]",
                "include: {local: ci/build.yml}",
                "include: [{local: /ci/build.yml}]",
                "include: [{local: ci/*.yml}]",
                "include: '**.yml'",
                "include: [null, {local: ci/build.yml, rules: []}]",
                "include: {local: ci/build.yml, rules: [{exists: [ci/build.yml]}]}",
                "include: {local: ci/build.yml, rules: [{exists: [nothing]}, {when: always}]}"
            })
    void findsLocalFiles(String include) {
        Pipeline pipeline = MemoryFiles.of(include + "\nlint: {script: lint}\n")
                .with("ci/build.yml", JOB)
                .with("other.yaml", "other: {script: x}")
                .resolve();

        assertThat(pipeline.jobs()).extracting(Job::name).containsExactly("build", "lint");
        assertThat(pipeline.problems()).isEmpty();
    }

    @Test
    void asksForEachFileOnce() {
        MemoryFiles files = MemoryFiles.of("include: [a.yml, a.yml]").with("a.yml", JOB);

        assertThat(files.resolve().job("build").orElseThrow().definitions()).hasSize(1);
        assertThat(files.asked()).containsOnlyOnce("a.yml");
    }

    @Test
    void listsWhatWasRead() {
        Pipeline pipeline = MemoryFiles.of("include: [a.yml, b.yml]\nstages: [x]")
                .with("a.yml", "include: c.yml")
                .with("b.yml", JOB)
                .with("c.yml", "c: {script: c}")
                .resolve();

        assertThat(pipeline.sources())
                .extracting(Source::path)
                .containsExactly(".gitlab-ci.yml", "a.yml", "c.yml", "b.yml");
        assertThat(pipeline.contents()).hasSize(4);
        assertThat(pipeline.contents().getLast()).isSameAs(pipeline.root().orElseThrow());
    }

    @Test
    void mergesFilesInOrderTheCiFileLast() {
        Pipeline pipeline = MemoryFiles.of("""
                        include: [first.yml, second.yml]
                        build:
                          variables: {OWN: main}
                          after_script: null
                        """)
                .with("first.yml", """
                        build:
                          image: first
                          script: [first, more]
                          after_script: [clean]
                          variables: {OWN: first, FIRST: first, BOTH: first}
                        """)
                .with("second.yml", """
                        build:
                          script: [second]
                          variables: {BOTH: second}
                        """)
                .resolve();

        Job build = pipeline.job("build").orElseThrow();
        assertThat(Said.script(pipeline, "build")).containsExactly("second");
        assertThat(Said.image(pipeline, "build")).isEqualTo("first");
        assertThat(build.afterScript().items()).isEmpty();
        assertThat(build.variables().get("OWN").value()).contains("main");
        assertThat(build.variables().get("FIRST").value()).contains("first");
        assertThat(build.variables().get("BOTH").value()).contains("second");
        assertThat(build.definitions())
                .extracting(entry -> entry.key().span().toString())
                .containsExactly("first.yml:1:1", "second.yml:1:1", ".gitlab-ci.yml:2:1");
        assertThat(build.span()).hasToString(".gitlab-ci.yml:2:1");
    }

    @Test
    void keepsTheEntryOfAJobAsItIsWritten() {
        Pipeline pipeline = MemoryFiles.of("include: a.yml\nbuild: {image: x}")
                .with("a.yml", JOB)
                .resolve();

        var entry = pipeline.job("build").orElseThrow().entry();
        assertThat(((YamlMap) entry.value()).entries()).hasSize(1);
        assertThat(entry.value())
                .isSameAs(pipeline.root().orElseThrow().get("build").orElseThrow());
    }

    @Test
    void readsOtherProjectsTemplatesAndComponentsWhereItCan() {
        Pipeline pipeline = MemoryFiles.of("""
                        include:
                          - project: group/ci
                            ref: v1
                            file: [/a.yml, b.yml]
                          - template: T.gitlab-ci.yml
                          - component: host/group/ci/name@1
                        """)
                .with(new Include.Project("group/ci", Optional.of("v1"), "a.yml"), "a: {script: a}\ninclude: c.yml")
                .with(new Include.Project("group/ci", Optional.of("v1"), "b.yml"), "b: {script: b}")
                .with(new Include.Project("group/ci", Optional.of("v1"), "c.yml"), "c: {script: c}")
                .with(new Include.Template("T.gitlab-ci.yml"), "t: {script: t}")
                .with(new Include.Component("host/group/ci/name@1"), "n: {script: n}")
                .resolve();

        assertThat(pipeline.jobs()).extracting(Job::name).containsExactly("c", "a", "b", "t", "n");
        assertThat(pipeline.gaps()).isEmpty();
    }

    @Test
    void saysWhatItDidNotRead() {
        Pipeline pipeline = MemoryFiles.resolve("""
                include:
                  - project: group/ci
                    file: a.yml
                  - template: T.gitlab-ci.yml
                  - component: host/group/ci/name@1
                  - remote: https://example.com/ci.yml
                  - https://example.com/more.yml
                  - local: ci/$KIND.yml
                  - local: ../outside.yml
                build:
                  extends: .somewhere
                """);

        assertThat(pipeline.problems()).isEmpty();
        assertThat(Said.gaps(pipeline))
                .containsExactly(
                        ".gitlab-ci.yml:8:5 Which file this includes depends on a variable: 'ci/$KIND.yml'.",
                        ".gitlab-ci.yml:2:5 'a.yml' of project 'group/ci' is not read: it is not part of this project.",
                        ".gitlab-ci.yml:4:5 Template 'T.gitlab-ci.yml' is not read: it is not part of this project.",
                        ".gitlab-ci.yml:5:5 Component 'host/group/ci/name@1' is not read: it is not part of this project.",
                        ".gitlab-ci.yml:6:5 'https://example.com/ci.yml' is not read: files on the web are never fetched.",
                        ".gitlab-ci.yml:7:5 'https://example.com/more.yml' is not read: files on the web are never fetched.",
                        ".gitlab-ci.yml:9:5 '../outside.yml' is not read: its path leads out of the project, or around in it.",
                        ".gitlab-ci.yml:11:12 '.somewhere', which job 'build' extends, is not in the files that were read.");
        assertThat(pipeline.job("build").orElseThrow().isComplete()).isFalse();
    }

    @Test
    void saysWhatGitLabRefuses() {
        Pipeline pipeline = MemoryFiles.of("""
                        include:
                          - nowhere.yml
                          - script.sh
                          - empty.yml
                          - list.yml
                          - broken.yml
                          - {project: group/ci}
                          - {local: a.yml, template: b}
                        build:
                          script: make
                        """)
                .with("empty.yml", "# nothing\n")
                .with("list.yml", "- a")
                .with("broken.yml", "build:\n  script: a: b\n")
                .resolve();

        assertThat(Said.problems(pipeline))
                .containsExactlyInAnyOrder(
                        ".gitlab-ci.yml:2:5 The included file 'nowhere.yml' does not exist. Its path begins at the project's root.",
                        ".gitlab-ci.yml:3:5 GitLab includes files that end in '.yml' or '.yaml' only, and not 'script.sh'.",
                        ".gitlab-ci.yml:4:5 The included file 'empty.yml' is empty.",
                        "list.yml:1:1 An included file is a mapping, like a CI file; this is a list.",
                        "broken.yml:2:12 This is not YAML: a second ': ' on this line; put the text in quotes.",
                        ".gitlab-ci.yml:7:5 An include of another project needs a 'file'.",
                        ".gitlab-ci.yml:8:5 An include needs exactly one of 'local', 'project', 'template', 'component' and 'remote'; this has local and template.");
        assertThat(pipeline.isReadable()).isTrue();
        assertThat(pipeline.jobs()).hasSize(1);
    }

    @Test
    void missesNothingInAPartOfAProject() {
        Pipeline pipeline = MemoryFiles.of("include: nowhere.yml\nbuild:\n  extends: .x\n")
                .asPart()
                .resolve();

        assertThat(pipeline.problems()).isEmpty();
        assertThat(pipeline.gaps()).hasSize(2);
    }

    @Test
    void refusesCircles() {
        Pipeline pipeline = MemoryFiles.of("include: a.yml")
                .with("a.yml", "include: b.yml")
                .with("b.yml", "include: a.yml\n" + JOB)
                .resolve();

        assertThat(Said.problems(pipeline))
                .containsExactly(
                        "b.yml:1:10 This includes 'a.yml', which is being included already. Take this include away.");
        assertThat(pipeline.jobs()).hasSize(1);
    }

    @Test
    void countsIncludes() {
        var list = new StringBuilder("include:\n");
        for (int i = 0; i < 151; i++) {
            list.append("  - a.yml\n");
        }
        Pipeline pipeline = MemoryFiles.of(list.toString()).with("a.yml", JOB).resolve();

        assertThat(Said.problems(pipeline))
                .containsExactly(
                        ".gitlab-ci.yml:152:5 More than 150 files are included, which GitLab refuses. The rest is not read.");
    }

    @Test
    void includesWhatMayBeIncludedAndSaysSo() {
        Pipeline pipeline = MemoryFiles.of("""
                        include:
                          - local: maybe.yml
                            rules: [{if: $CI_COMMIT_TAG}]
                          - local: never.yml
                            rules: [{if: $CI_COMMIT_SHA, when: never}, {when: always}]
                          - local: never.yml
                            rules: [{exists: [Dockerfile]}]
                        """)
                .with("maybe.yml", JOB)
                .with("never.yml", "never: {script: x}")
                .resolve();

        assertThat(pipeline.jobs()).extracting(Job::name).containsExactly("build");
        assertThat(Said.gaps(pipeline))
                .containsExactly(
                        ".gitlab-ci.yml:2:5 Whether 'maybe.yml' is included depends on the pipeline. Here it is taken as included.");
    }

    @Test
    void knowsThatAnchorsEndWithTheirFile() {
        Pipeline pipeline = MemoryFiles.of("include: a.yml\nbuild: {script: *make}")
                .with("a.yml", ".x: &make [make]")
                .resolve();

        assertThat(pipeline.isReadable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com/ci.yml", "ci.yml@group/project", "ci.yml@group/project:main"})
    void keepsAGapWhereTheCiFileLiesElsewhere(String path) {
        Pipeline pipeline = MemoryFiles.at(path).resolve();

        assertThat(pipeline.problems()).isEmpty();
        assertThat(pipeline.gaps()).hasSize(1);
    }

    @Test
    void readsACiFileOfAnotherProject() {
        Pipeline pipeline = MemoryFiles.at("ci.yml@group/project:main")
                .with(new Include.Project("group/project", Optional.of("main"), "ci.yml"), JOB)
                .resolve();

        assertThat(pipeline.jobs()).hasSize(1);
    }

    @Test
    void saysThatThereIsNoFile() {
        Pipeline pipeline = MemoryFiles.at("ci.yml").resolve();

        assertThat(Said.problems(pipeline)).containsExactly("ci.yml:1:1 There is no such file.");
        assertThat(pipeline.isReadable()).isFalse();
    }
}
