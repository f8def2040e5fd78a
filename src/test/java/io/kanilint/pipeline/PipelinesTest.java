package io.kanilint.pipeline;

import static io.kanilint.pipeline.PipelineKind.BRANCH;
import static io.kanilint.pipeline.PipelineKind.MERGE_REQUEST;
import static io.kanilint.pipeline.PipelineKind.TAG;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which pipelines a job can run: {@code rules}, {@code only}, {@code except} and {@code workflow}. */
class PipelinesTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            $CI_COMMIT_TAG                                                     ; TAG
            $CI_COMMIT_TAG != null                                             ; TAG
            $CI_COMMIT_TAG == null                                             ; BRANCH MERGE_REQUEST
            $CI_COMMIT_TAG == ""                                               ;
            $CI_COMMIT_TAG =~ /^v[0-9]+/                                       ; TAG
            $CI_COMMIT_TAG !~ /^v/                                             ; BRANCH TAG MERGE_REQUEST
            $CI_COMMIT_TAG =~ /^$/                                             ; BRANCH TAG MERGE_REQUEST
            $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH                            ; BRANCH
            $CI_COMMIT_REF_NAME == $CI_DEFAULT_BRANCH                          ; BRANCH TAG MERGE_REQUEST
            $CI_PIPELINE_SOURCE == "merge_request_event"                       ; MERGE_REQUEST
            $CI_PIPELINE_SOURCE == 'push'                                      ; BRANCH TAG
            $CI_PIPELINE_SOURCE != "merge_request_event"                       ; BRANCH TAG
            $CI_PIPELINE_SOURCE =~ /^merge_request/ || $CI_COMMIT_TAG          ; BRANCH TAG MERGE_REQUEST
            $CI_PIPELINE_SOURCE !~ /^merge_request/ && $CI_COMMIT_TAG          ; TAG
            $CI_MERGE_REQUEST_IID                                              ; MERGE_REQUEST
            $CI_MERGE_REQUEST_TARGET_BRANCH_NAME == "main"                     ; MERGE_REQUEST
            $CI_COMMIT_BRANCH && $CI_OPEN_MERGE_REQUESTS                       ; BRANCH
            ($CI_COMMIT_TAG || $CI_COMMIT_BRANCH) && $CI_COMMIT_BRANCH         ; BRANCH
            $CI_COMMIT_TAG || $CI_COMMIT_BRANCH && $CI_MERGE_REQUEST_IID       ; TAG
            $MINE == "yes"                                                     ; BRANCH TAG MERGE_REQUEST
            $CI_COMMIT_TAG && $MINE                                            ; TAG
            "a" == "b"                                                         ;
            "a"                                                                ; BRANCH TAG MERGE_REQUEST
            "" || null                                                         ;
            null =~ /(a+)b$/                                                    ; BRANCH TAG MERGE_REQUEST
            this is no expression                                              ; BRANCH TAG MERGE_REQUEST
            ($CI_COMMIT_TAG                                                    ; BRANCH TAG MERGE_REQUEST
            """)
    void evaluatesExpressions(String expression, String kinds) {
        assertThat(kinds("rules: [{if: '%s'}]".formatted(expression.replace("'", "''"))))
                .isEqualTo(set(kinds));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            when: manual                                                       ; BRANCH TAG
            rules: [{when: never}]                                             ;
            rules: [{when: on_success}]                                        ; BRANCH TAG MERGE_REQUEST
            rules: [{if: $CI_COMMIT_TAG, when: never}, {when: always}]         ; BRANCH MERGE_REQUEST
            rules: [{if: $MINE, when: never}, {if: $CI_COMMIT_TAG}]            ; TAG
            rules: [{if: $CI_COMMIT_TAG, changes: [x]}]                        ; TAG
            rules: [{changes: [x], when: never}, {exists: [y]}]                ; BRANCH TAG MERGE_REQUEST
            rules: [[{if: $CI_COMMIT_TAG}], [[{if: $CI_COMMIT_BRANCH}]]]       ; BRANCH TAG
            rules: []                                                          ; BRANCH TAG MERGE_REQUEST
            rules: nonsense                                                    ; BRANCH TAG MERGE_REQUEST
            only: [tags]                                                       ; TAG
            only: tags                                                         ; TAG
            only: [merge_requests]                                             ; MERGE_REQUEST
            only: [main, /^v/]                                                 ; BRANCH TAG
            only: {refs: [tags], variables: [$MINE]}                           ; TAG
            only: {variables: [$CI_COMMIT_TAG, $CI_MERGE_REQUEST_IID]}         ; TAG
            only: {changes: [x]}                                               ; BRANCH TAG
            only: [branches@group/project]                                     ; BRANCH
            except: [tags]                                                     ; BRANCH
            except: [main]                                                     ; BRANCH TAG
            except: {variables: [$CI_COMMIT_TAG]}                              ; BRANCH
            except: {changes: [x]}                                             ; BRANCH TAG
            only: {refs: [branches, tags, merge_requests]}, except: [branches] ; TAG MERGE_REQUEST
            """)
    void followsRules(String keywords, String kinds) {
        assertThat(kinds(keywords)).isEqualTo(set(kinds));
    }

    @Test
    void asksTheWorkflowToo() {
        String job = "build: {script: [x]}\ntagged: {script: [x], rules: [{if: $CI_COMMIT_TAG}]}\n";
        Pipeline pipeline =
                MemoryFiles.resolve("workflow: {rules: [{if: $CI_COMMIT_TAG}, {if: $CI_MERGE_REQUEST_IID}]}\n" + job);

        assertThat(pipeline.job("build").orElseThrow().pipelines()).containsExactlyInAnyOrder(TAG, MERGE_REQUEST);
        assertThat(pipeline.job("tagged").orElseThrow().pipelines()).containsExactly(TAG);
        assertThat(MemoryFiles.resolve(job).job("build").orElseThrow().pipelines())
                .containsExactlyInAnyOrder(BRANCH, TAG);
    }

    private static Set<PipelineKind> kinds(String keywords) {
        List<Job> jobs = MemoryFiles.resolve("build: {script: [x], %s}".formatted(keywords))
                .jobs();
        return jobs.getFirst().pipelines();
    }

    private static Set<PipelineKind> set(String kinds) {
        return kinds == null
                ? Set.of()
                : Arrays.stream(kinds.split(" ")).map(PipelineKind::valueOf).collect(Collectors.toSet());
    }
}
