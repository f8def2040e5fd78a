package io.kanilint.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which jobs there are, and what their scripts are. */
class JobsTest {

    @Test
    void knowsJobsFromKeywordsAndTemplates() {
        Pipeline pipeline = MemoryFiles.resolve("""
                stages: [a]
                workflow: {}
                variables: {}
                .hidden: [anything]
                pages: {script: [x]}
                trigger: {trigger: group/other}
                child: {trigger: {include: child.yml}}
                mirror: {needs: {pipeline: group/other}}
                steps: {run: [{name: a, script: x}]}
                """);

        assertThat(pipeline.jobs())
                .extracting(Job::name)
                .containsExactly("pages", "trigger", "child", "mirror", "steps");
        assertThat(pipeline.problems()).isEmpty();
        assertThat(Said.gaps(pipeline)).containsExactly(".gitlab-ci.yml:9:14 'run' of job 'steps' is not analysed.");
        assertThat(pipeline.children()).extracting(ChildPipeline::path).containsExactly("child.yml");
    }

    @Test
    void refusesJobsWithNothingToRun() {
        Pipeline pipeline = MemoryFiles.resolve("""
                a: {script: []}
                b: {script: ''}
                c: {before_script: [x]}
                d: {script: null}
                e:
                f: text
                """);

        assertThat(pipeline.problems()).hasSize(6);
        assertThat(Said.problems(pipeline))
                .contains(
                        ".gitlab-ci.yml:1:1 Job 'a' has nothing to run. GitLab refuses a job without 'script', 'run' or 'trigger'.",
                        ".gitlab-ci.yml:6:4 Job 'f' is a text; GitLab takes a mapping with a 'script'.");
    }

    @Test
    void saysNothingOfMissingScriptsWhereFilesAreMissing() {
        Pipeline pipeline = MemoryFiles.resolve("""
                include: https://example.com/ci.yml
                a: {image: x}
                b: {extends: .unknown}
                """);

        assertThat(pipeline.problems()).isEmpty();
    }

    @Test
    void flattensListsAndTakesNumbersForCommands() {
        Pipeline pipeline = MemoryFiles.resolve("""
                .x: &x [a, [b, [c]]]
                build:
                  script: [*x, 1, true, null, [[d]]]
                """);

        assertThat(Said.script(pipeline, "build")).containsExactly("a", "b", "c", "1", "true", "d");
    }

    @Test
    void keepsTheLastOfTwoJobsWithOneName() {
        Pipeline pipeline = MemoryFiles.resolve("build: {script: [a]}\nbuild: {script: [b]}\n");

        assertThat(Said.script(pipeline, "build")).containsExactly("b");
        assertThat(pipeline.jobs()).hasSize(1);
    }

    /** Psych goes through a mapping from top to bottom, merge keys included. */
    @Test
    void mergesInTheOrderInWhichItIsWritten() {
        Pipeline pipeline = MemoryFiles.resolve("""
                .a: &a {script: [a], image: a, tags: [a]}
                .b: &b {script: [b], image: b}
                above: {<<: *a, image: own}
                below: {image: own, <<: *a}
                twice: {<<: *a, <<: *b}
                list: {<<: [*b, *a]}
                quoted: {image: own, "<<": *a}
                """);

        assertThat(Said.image(pipeline, "above")).isEqualTo("own");
        assertThat(Said.image(pipeline, "below")).isEqualTo("a");
        assertThat(Said.image(pipeline, "twice")).isEqualTo("b");
        assertThat(pipeline.job("twice").orElseThrow().keywords()).containsKey("tags");
        assertThat(Said.script(pipeline, "list")).containsExactly("b");
        assertThat(Said.image(pipeline, "quoted")).isEqualTo("a");
    }

    @Test
    void refusesLongNames() {
        assertThat(MemoryFiles.resolve("x".repeat(256) + ": {script: [a]}").problems())
                .hasSize(1);
    }
}
