package io.kanilint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.finding.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pipelines that a job starts from another file of the project. */
class ChildPipelineTest {
    private static final String BUILDS = """
            build:
              image: {name: "ghcr.io/osscontainertools/kaniko:v1.28.3-debug", entrypoint: [""]}
              script:
                - /kaniko/executor -c web -d example.com/web
                - /kaniko/executor -c api -d example.com/api
            """;
    private static final String STARTS = """
            images:
              trigger: {include: images.yml}
            """;

    private static List<Finding> found(Map<String, String> files) {
        return Linter.lint(new MapProject(files), Settings.DEFAULT).findings();
    }

    @Test
    void isCheckedAndMended() {
        List<Finding> found = found(Map.of(MapProject.CI_FILE, STARTS, "images.yml", BUILDS));
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.span().source().path()).isEqualTo("images.yml");
            assertThat(finding.fixes()).isNotEmpty();
        });
    }

    @Test
    void whatBothReadIsToldOnceAndMendedByHand() {
        List<Finding> found = found(Map.of(
                MapProject.CI_FILE,
                "include: shared.yml\n" + STARTS,
                "images.yml",
                "include: shared.yml\n",
                "shared.yml",
                BUILDS));
        assertThat(found)
                .singleElement()
                .satisfies(finding -> assertThat(finding.fixes()).isEmpty());
    }

    @Test
    void pipelinesThatStartEachOtherEnd() {
        assertThat(found(Map.of(
                        MapProject.CI_FILE,
                        STARTS + BUILDS,
                        "images.yml",
                        "again: {trigger: {include: .gitlab-ci.yml}}\n")))
                .hasSize(1);
    }

    @Test
    void jobsOfOneNameInTwoPipelinesAreTwo() {
        List<Finding> found = found(Map.of(MapProject.CI_FILE, STARTS + BUILDS, "images.yml", BUILDS));
        assertThat(found)
                .extracting(Finding::fingerprint)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }
}
