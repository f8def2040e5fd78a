package io.kanilint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.pipeline.Pipeline;
import io.kanilint.pipeline.PipelineReader;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OtherJobsTest {
    private static final String BEFORE = """
            stages: [build, test]
            build:
              stage: build
              script: make
            test:
              stage: test
              needs: [{job: build, artifacts: false}]
              tags: [x]
              rules:
                - if: $A
                  needs: [build]
              script: make test
            .base: {image: {name: alpine}}
            other:
              extends: .base
              script: make other
            """;

    private static final String AFTER = BEFORE.replace("build:\n  stage: build\n  script: make\n", """
                    build_a:
                      stage: build
                      script: make a
                    build_b:
                      stage: build
                      script: make b
                    """)
            .replace(
                    "[{job: build, artifacts: false}]",
                    "[{job: build_a, artifacts: false}, {job: build_b, artifacts: false}]")
            .replace("needs: [build]", "needs: [build_a, build_b]");

    private static Pipeline pipeline(String text) {
        return PipelineReader.read(MapProject.of(text));
    }

    private static boolean areUnchanged(String after) {
        return OtherJobs.areUnchanged(pipeline(BEFORE), pipeline(after), Set.of("build"), Set.of());
    }

    @Test
    void newNamesInTheOldPlaceAreNoChange() {
        assertThat(areUnchanged(AFTER)).isTrue();
        assertThat(areUnchanged(AFTER.replace("[build_a, build_b]", "[\"build_a\", 'build_b']")))
                .isTrue();
    }

    @Test
    void anotherValueIsAChange() {
        assertThat(areUnchanged(AFTER.replace("tags: [x]", "tags: [y]"))).isFalse();
        assertThat(areUnchanged(AFTER.replace("tags: [x]", "tags: [x, y]"))).isFalse();
        assertThat(areUnchanged(AFTER.replace("if: $A", "if: $B"))).isFalse();
        assertThat(areUnchanged(AFTER.replace("name: alpine", "name: busybox"))).isFalse();
        assertThat(areUnchanged(AFTER.replace("make other", "make others"))).isFalse();
        assertThat(areUnchanged(AFTER.replace("[build, test]", "[test, build]")))
                .isFalse();
        assertThat(areUnchanged(AFTER.replace("other:\n", "another:\n"))).isFalse();
    }

    @Test
    void namesMustBeAllOfTheNewOnes() {
        assertThat(areUnchanged(AFTER.replace("[build_a, build_b]", "[build_a]")))
                .isFalse();
        assertThat(areUnchanged(AFTER.replace("[build_a, build_b]", "[build]"))).isFalse();
        assertThat(areUnchanged(AFTER.replace("{job: build_b, artifacts: false}", "{job: build_b}")))
                .isFalse();
        assertThat(areUnchanged(AFTER + "third: {script: make, needs: [build]}\n"))
                .isFalse();
    }
}
