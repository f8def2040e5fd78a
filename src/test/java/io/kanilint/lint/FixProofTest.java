package io.kanilint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.pipeline.PipelineReader;
import io.kanilint.rules.Configuration;
import io.kanilint.shell.Effort;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FixProofTest {

    private static String job(String name, String first, String second) {
        return """
                %s:
                  image: {name: "ghcr.io/osscontainertools/kaniko:v1.28.3-debug", entrypoint: [""]}
                  script:
                    - /kaniko/executor --destination registry.example.com/%s
                    - /kaniko/executor --destination registry.example.com/%s

                """.formatted(name, first, second);
    }

    private static List<List<String>> titles(String text) {
        return Linter.lint(MapProject.of(text), Settings.DEFAULT).findings().stream()
                .map(finding -> finding.fixes().stream().map(Fix::title).toList())
                .toList();
    }

    @Test
    void manyFixesAreProvenTogether() {
        String text = IntStream.range(0, 300)
                .mapToObj(i -> job("build" + i, "a" + i, "b" + i))
                .collect(Collectors.joining());
        assertThat(titles(text))
                .hasSize(300)
                .allSatisfy(fixes -> assertThat(fixes).first().asString().startsWith("Split into"));
    }

    /** Each is right by itself; both together would make two jobs of one name. */
    @Test
    void fixesThatDoNotGoTogetherAreProvenAlone() {
        String text = job("b", "c_d", "x") + job("b_c", "d", "y");
        assertThat(titles(text).stream().map(List::getFirst))
                .containsExactly("Split into 'b_c_d' and 'b_x'", "Split into 'b_c_d' and 'b_c_y'");
    }

    private static final String SHARED = """
            default:
              image: {name: "ghcr.io/osscontainertools/kaniko:v1.28.3-debug", entrypoint: [""]}
            .build: &build
              - /kaniko/executor --no-cache --destination "registry.example.com/$NAME" $MORE
            web:
              variables: {NAME: web, MORE: ""}
              script: *build
            api:
              variables: {NAME: api, MORE: "%s"}
              script: *build
            """;

    private static List<Fix> fixes(String text) {
        return Linter.lint(MapProject.of(text), Settings.DEFAULT).findings().stream()
                .flatMap(finding -> finding.fixes().stream())
                .toList();
    }

    @Test
    void whatSeveralJobsShareIsHealedInAll() {
        assertThat(fixes(SHARED.formatted("--cleanup"))).hasSize(2).allMatch(Fix::safe);
    }

    @Test
    void whatAPersonMustLookAtInOneJobIsNotSafeForAnother() {
        assertThat(fixes(SHARED.formatted("--cache"))).hasSize(2).noneMatch(Fix::safe);
    }

    /** A job in which the change heals nothing must not change. */
    @Test
    void whatIsSharedWithAJobThatHasNoFindingStays() {
        String text = SHARED.formatted("") + """
                lint:
                  image: example.com/tools
                  before_script: [exit]
                  script: *build
                """;
        assertThat(titles(text)).hasSize(2).allMatch(List::isEmpty);
    }

    /** What is said once of an image that jobs share is still said once when one of them has become two. */
    @Test
    void aJobIsSplitThatSharesItsImage() {
        String text = """
                .kaniko:
                  image: {name: "gcr.io/kaniko-project/executor:v1.23.2-debug", entrypoint: [""]}

                tools:
                  extends: .kaniko
                  script:
                    - /kaniko/executor --destination registry.example.com/tools

                build:
                  extends: .kaniko
                  script:
                    - /kaniko/executor --destination registry.example.com/a
                    - /kaniko/executor --destination registry.example.com/b
                """;
        assertThat(titles(text).stream().flatMap(List::stream)).contains("Split into 'build_a' and 'build_b'");
    }

    /** All images are still made, but each by the job that is named for another. */
    @Test
    void jobsThatChangePlacesAreNotProven() {
        var files = MapProject.of(job("build", "a", "b"));
        var before = Configuration.of(PipelineReader.read(files), files::read, new Effort());
        List<Finding> found = Checks.of(before).findings().stream()
                .filter(finding -> finding.rule().equals("multi-build-job"))
                .toList();
        Fix split = found.getFirst().fixes().getFirst();
        var swapped = new Fix(
                split.title(),
                true,
                split.edits(),
                split.sources(),
                split.jobs().reversed());
        assertThat(split.jobs()).containsExactly("build_a", "build_b");
        assertThat(FixProof.proven(files, before, List.of(found.getFirst().withFixes(List.of(split)))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.fixes()).containsExactly(split));
        assertThat(FixProof.proven(files, before, List.of(found.getFirst().withFixes(List.of(swapped)))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.fixes()).isEmpty());
    }
}
