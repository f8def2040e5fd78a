package io.kanilint.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.text.Span;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code spec:inputs} and {@code $[[ inputs.x ]]}. */
class InputsTest {
    private static final String TEMPLATE = """
            spec:
              inputs:
                job: {default: build}
                image:
                tags: {type: array, default: [a, "b c"]}
                kind: {default: x, options: [x, y]}
            ---
            "$[[ inputs.job ]]-image":
              tags: $[[ inputs.tags ]]
              script:
                - |
                  echo start
                  /kaniko/executor --destination $[[ inputs.image ]]:1 --context .
                - echo [$[[inputs.kind]]] done
            """;

    @Test
    void putsValuesInPlace() {
        Pipeline pipeline = include("inputs: {job: app, image: example.com/app}");

        assertThat(pipeline.problems()).isEmpty();
        assertThat(Said.script(pipeline, "app-image"))
                .containsExactly(
                        "echo start\n/kaniko/executor --destination example.com/app:1 --context .\n", "echo [x] done");
        assertThat(pipeline.job("app-image")
                        .orElseThrow()
                        .keywords()
                        .get("tags")
                        .kind())
                .isEqualTo("a list");
    }

    @Test
    void keepsThePlacesOfTheTextAround() {
        Pipeline pipeline = include("inputs: {image: example.com/app}");

        Script script = pipeline.job("build-image").orElseThrow().script();
        int context = script.text().text().indexOf("--context");
        Span place = script.text().span(context, context + 9);
        assertThat(place).hasToString("t.yml:13:60");
        assertThat(place.text()).isEqualTo("--context");
        int image = script.text().text().indexOf("example.com");
        assertThat(script.text().span(image, image + 15).text()).isEqualTo("$[[ inputs.image ]]");
        int executor = script.text().text().indexOf("/kaniko");
        int end = script.text().text().indexOf(":1");
        assertThat(script.text().span(executor, end).text())
                .isEqualTo("/kaniko/executor --destination $[[ inputs.image ]]");
        assertThat(pipeline.job("build-image").orElseThrow().span()).hasToString("t.yml:8:1");
    }

    @Test
    void saysWhichInputsAreWrong() {
        assertThat(Said.problems(include("inputs: {image: x, kind: z, more: 1}")))
                .containsExactly(
                        ".gitlab-ci.yml:3:33 The included file has no input 'more'.",
                        ".gitlab-ci.yml:3:30 'z' is not among the options of input 'kind' of the included file.");
        assertThat(Said.problems(include("inputs: {}")))
                .containsExactly(".gitlab-ci.yml:2:5 The included file needs a value for its input 'image'.");
        assertThat(Said.problems(MemoryFiles.of("include: {local: t.yml, inputs: {a: b}}")
                        .with("t.yml", "a: {script: x}")
                        .resolve()))
                .containsExactly(
                        ".gitlab-ci.yml:1:33 Inputs are given to a file that declares none in a 'spec' header.");
        assertThat(Said.problems(
                        MemoryFiles.resolve("spec: {inputs: {a: {default: b}}}\n---\nx: {script: '$[[ inputs.c ]]'}")))
                .containsExactly(".gitlab-ci.yml:3:14 This file declares no input 'c' in its 'spec'.");
    }

    @Test
    void appliesFunctions() {
        Pipeline pipeline = MemoryFiles.resolve("""
                spec:
                  inputs:
                    a: {default: "it's $X"}
                ---
                build:
                  script:
                    - echo $[[ inputs.a | truncate(0, 4) ]]
                    - echo $[[ inputs.a | expand_vars | posix_escape ]]
                    - echo $[[ matrix.A ]] $[[ inputs.a
                """);

        assertThat(Said.script(pipeline, "build"))
                .containsExactly("echo it's", "echo it\\'s\\ \\$X", "echo $[[ matrix.A ]] $[[ inputs.a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {type: number}             | 3          |
            {type: number}             | '3'        | takes the type number, and this is none.
            {type: boolean}            | yes        |
            {type: boolean}            | maybe      | takes the type boolean, and this is none.
            {type: array}              | [a]        |
            {type: array}              | a          | takes the type array, and this is none.
                                       | 1.20       | takes the type string, and this is none; put the value in quotes.
                                       | '1.20'     |
            {type: string}             | $NUMBER    |
            {type: string}             | [a]        | takes the type string, and this is none.
            {default: x}               | null       |
            {options: [x, y]}          | x          |
            {options: [x, y]}          | z          | 'z' is not among the options of input 'a' of the included file.
            {regex: '^v[0-9]'}         | v1         |
            {regex: '^v[0-9]'}         | 1a         | '1a' does not match the pattern of input 'a' of the included file: ^v[0-9]
            {regex: '((a+)+)+$'}       | b          |
            """)
    void refusesWhatGitLabRefuses(@Nullable String declared, String value, @Nullable String refusal) {
        Pipeline pipeline = MemoryFiles.of("include: {local: t.yml, inputs: {a: %s}}".formatted(value))
                .with(
                        "t.yml",
                        "spec:\n  inputs:\n    a: %s\n---\nx: {script: x}".formatted(declared == null ? "" : declared))
                .resolve();

        assertThat(pipeline.problems()).hasSize(refusal == null ? 0 : 1);
        assertThat(pipeline.problems())
                .allSatisfy(problem -> assertThat(problem.message()).endsWith(String.valueOf(refusal)));
    }

    @Test
    void splitsTextsAndReadsExpressionsOverLines() {
        Pipeline pipeline = MemoryFiles.resolve("""
                spec:
                  inputs:
                    list: {default: "a, b ,,c"}
                ---
                build:
                  before_script: $[[ inputs.list | split(',') ]]
                  script:
                    - echo $[[ inputs.list | posix_quote ]] $[[ component.version ]]
                    - |
                      echo $[[
                        inputs.list | truncate(0,1)
                      ]] $[[ inputs.list
                      ]] $[[ inputs
                      .list ]]
                """);

        assertThat(Said.script(pipeline, "build"))
                .containsExactly(
                        "a",
                        "b",
                        "c",
                        "echo a,\\ b\\ ,,c $COMPONENT_VERSION",
                        "echo a a, b ,,c $[[ inputs\n.list ]]\n");
    }

    @Test
    void saysThatInputsOfOtherFilesAreNotRead() {
        Pipeline pipeline =
                MemoryFiles.resolve("spec: {include: [{local: a.yml}]}\n---\nx: {script: 'echo $[[ inputs.a ]]'}");

        assertThat(Said.gaps(pipeline))
                .containsExactly(".gitlab-ci.yml:1:17 Inputs that other files declare are not read.");
        assertThat(pipeline.problems()).isEmpty();
    }

    /** A person may start the CI file itself with any value. */
    @Test
    void takesAnUnknownValueForAVariable() {
        Pipeline pipeline = MemoryFiles.resolve("""
                spec:
                  inputs:
                    tag:
                    tags: {type: array}
                ---
                build:
                  rules: $[[ inputs.tags ]]
                  script: ["echo $[[ inputs.tag ]] end"]
                """);

        assertThat(pipeline.problems()).isEmpty();
        assertThat(Said.gaps(pipeline))
                .containsExactly(
                        ".gitlab-ci.yml:3:5 The value of input 'tag' is not known.",
                        ".gitlab-ci.yml:4:5 The value of input 'tags' is not known.");
        assertThat(Said.script(pipeline, "build")).containsExactly("echo $INPUT_tag end");
        assertThat(pipeline.jobs().getFirst().pipelines()).hasSize(3);
    }

    @Test
    void leavesFilesWithoutAHeaderAlone() {
        Pipeline pipeline = MemoryFiles.resolve("---\nbuild: {script: 'echo $[[ inputs.x ]]'}\n---\n");

        assertThat(Said.script(pipeline, "build")).containsExactly("echo $[[ inputs.x ]]");
        assertThat(pipeline.problems()).isEmpty();
    }

    @Test
    void placesWhatIsBrokenInTheFileAsWritten() {
        Pipeline pipeline = MemoryFiles.resolve("""
                spec: {inputs: {a: {default: "long long long"}}}
                ---
                x: {image: $[[ inputs.a ]], script: a: b}
                """);

        assertThat(Said.problems(pipeline))
                .singleElement()
                .asString()
                .startsWith(".gitlab-ci.yml:3:38 This is not YAML");
    }

    private static Pipeline include(String inputs) {
        return MemoryFiles.of("include:\n  - local: t.yml\n    " + inputs + "\n")
                .with("t.yml", TEMPLATE)
                .resolve();
    }
}
