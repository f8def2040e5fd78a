package io.kanilint.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.finding.Fix;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a split makes of the places that name the job, and when it lets the job be. */
class RepairTest {
    private static final String BUILD = """
            build:
              script:
                - WEB
                - API
            """;

    private static String fixed(FixedProject project) {
        Fix fix = project.fix().orElseThrow();
        assertThat(fix.safe()).as(fix.title()).isTrue();
        FixedProject after = project.after(fix);
        assertThat(after.lint().findings())
                .as(after.main())
                .noneMatch(finding -> finding.rule().equals("multi-build-job"));
        return after.main();
    }

    private static Optional<Fix> fix(String text) {
        return FixedProject.of(text).fix();
    }

    @Test
    void listsInBracketsKeepTheirStyle() {
        String text = fixed(FixedProject.of(BUILD + """
                a:
                  needs: [ "build" , x ]   # both
                  script: make
                x: {script: make, needs: [build], dependencies: ['build']}
                y:
                  needs: [{job: build, artifacts: true, optional: true}, "x"]
                  script: make
                """));
        assertThat(text)
                .contains("needs: [ \"build_web\", \"build_api\" , x ]   # both\n")
                .contains("x: {script: make, needs: [build_web, build_api], dependencies: ['build_web', 'build_api']}")
                .contains("[{job: build_web, artifacts: true, optional: true},"
                        + " {job: build_api, artifacts: true, optional: true}, \"x\"]");
    }

    @Test
    void listsOnLinesKeepTheirComments() {
        String text = fixed(FixedProject.of(BUILD + """
                a:
                  needs:
                  # the images
                  - job: "build"   # first
                    artifacts: true   # all of them

                  - x
                  script: make
                x:
                  dependencies:
                      -   build # last
                  script: make
                """));
        assertThat(text).contains("""
                  # the images
                  - job: "build_web"   # first
                    artifacts: true   # all of them
                  - job: "build_api"   # first
                    artifacts: true

                  - x
                """).contains("""
                      -   build_web # last
                      -   build_api
                """);
    }

    @Test
    void windowsLineEndsAreKept() {
        String text = fixed(FixedProject.of((BUILD + """
                a:
                  needs:
                    - build # x
                    - job: build
                      optional: true
                  script: make
                """).replace("\n", "\r\n")));
        assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        assertThat(text)
                .contains("    - build_web # x\r\n    - build_api\r\n    - job: build_web\r\n      optional: true\r\n");
    }

    @Test
    void parallelInstancesAreNeededOfAllNewJobs() {
        String text = fixed(FixedProject.of("""
                build:
                  parallel: {matrix: [{A: [x, y]}]}
                  script:
                    - WEB$A
                    - API$A
                a:
                  needs:
                    - job: build
                      parallel:
                        matrix:
                          - A: x
                  script: make
                """));
        assertThat(text).contains("""
                    - job: build_api
                      parallel:
                        matrix:
                          - A: x
                """);
    }

    @Test
    void anAnchoredListIsRepairedWhereItIsWritten() {
        String text = fixed(FixedProject.of(BUILD + """
                .needs: &needs
                  - build
                a: {needs: *needs, script: make}
                b: {needs: *needs, script: make}
                """));
        assertThat(text).contains(".needs: &needs\n  - build_web\n  - build_api\n");
    }

    @Test
    void whatCannotBeRepairedIsLetBe() {
        assertThat(fix(BUILD + "x: &x build\na: {needs: [*x], script: make}\n")).isEmpty();
        assertThat(fix(BUILD + "a: {needs: [&x build], dependencies: [*x], script: make}\n"))
                .isEmpty();
        assertThat(fix(BUILD + "a: {needs: ['build: [x]', build], script: make}\n"))
                .isEmpty();
        assertThat(fix(BUILD + "a: {script: make, environment: {name: x, on_stop: build}}\n"))
                .isEmpty();
        assertThat(fix(BUILD + "a: {trigger: {include: [{artifact: a.yml, job: build}]}}\n"))
                .isEmpty();
        assertThat(fix("build: {script: [WEB, API]}\na: {extends: build, script: make}\n"))
                .isEmpty();
        assertThat(fix("build:\n  needs: [build]\n  script:\n    - WEB\n    - API\n"))
                .isEmpty();
    }

    @Test
    void tooManyNeedsAreNotMade() {
        String many = "a:\n  needs: [build%s]\n  script: make\n";
        var others = new StringBuilder();
        var names = new StringBuilder();
        for (int i = 0; i < 49; i++) {
            others.append("j%d: {script: make}%n".formatted(i));
            names.append(", j").append(i);
        }
        String full = BUILD + others + many.formatted(names);
        assertThat(fix(full)).isEmpty();
        assertThat(fix(full.replace(", j48", ""))).isPresent();
    }

    @Test
    void theSameNameInOtherPipelinesIsAnotherJob() {
        String text = fixed(FixedProject.of(BUILD + """
                a:
                  needs: [{project: g/p, job: build, ref: main, artifacts: true}, {pipeline: $UP, job: build}]
                  variables: {needs: build, extends: build}
                  script: make
                """));
        assertThat(text).contains("{project: g/p, job: build,", "{pipeline: $UP, job: build}", "extends: build}");
    }

    @Test
    void localFilesAreChangedToo() {
        var project = FixedProject.of("include: [ci/a.yml]\n" + BUILD)
                .with("ci/a.yml", "a:\n  needs: [build]\n  script: make\n");
        Fix fix = project.fix().orElseThrow();
        assertThat(project.after(fix).files())
                .containsEntry("ci/a.yml", "a:\n  needs: [build_web, build_api]\n  script: make\n");
    }

    @Test
    void filesOfOtherProjectsCannotBeChanged() {
        String include = "include: [{project: g/p, file: x.yml}]\n";
        assertThat(FixedProject.of(include + BUILD)
                        .withForeign("x.yml", "a:\n  needs: [build]\n  script: make\n")
                        .fix())
                .isEmpty();
        assertThat(FixedProject.of(include + BUILD)
                        .withForeign("x.yml", "a:\n  script: make\n")
                        .fix()
                        .orElseThrow()
                        .safe())
                .isTrue();
        Fix unseen = FixedProject.of(include + BUILD).fix().orElseThrow();
        assertThat(unseen.safe()).isFalse();
        assertThat(unseen.title()).contains("jobs that could not be read may name this one");
        assertThat(FixedProject.of(include)
                        .withForeign("x.yml", FixedProject.builds(BUILD))
                        .fix())
                .isEmpty();
    }

    @Test
    void aJobThatSeveralFilesDefineIsLetBe() {
        assertThat(FixedProject.of("include: [ci/a.yml]\n" + BUILD)
                        .with("ci/a.yml", "build:\n  tags: [x]\n")
                        .fix())
                .isEmpty();
    }

    @Test
    void namesThatAreTakenAreNotUsed() {
        String text = fixed(FixedProject.of(BUILD + """
                build_web: {script: make}
                .build: {script: make}
                a: {extends: build, script: make}
                """));
        assertThat(text)
                .contains("build_web_2:\n", "build_api:\n", ".build_2:\n", "a: {extends: .build_2, script: make}");
    }

    @Test
    void whatExtendsTheJobStaysWhatItWas() {
        String text = fixed(FixedProject.of("""
                build:
                  tags: [x]
                  variables: {A: b}
                  script:
                    - WEB
                    - API
                a:
                  extends: [build]
                  variables: {C: d}
                  script: [make]
                b:
                  tags: !reference [build, tags]
                  variables: !reference ["build", variables]
                  script: make
                c:
                  extends: a
                  needs: [build]
                """));
        assertThat(text)
                .contains(
                        "extends: [.build]",
                        "!reference [.build, tags]",
                        "!reference [\".build\", variables]",
                        "needs: [build_web, build_api]",
                        ".build:\n  tags: [x]\n  variables: {A: b}\n\nbuild_web:\n  extends: .build\n");
    }

    private static final String TEMPLATE = """
            .images:
              tags: [x]
              script:
                - WEB
                - API
            """;

    private static String templateAfter(FixedProject project) {
        return project.after(project.fix().orElseThrow()).files().getOrDefault("shared.yml", "");
    }

    private static FixedProject sharing(String text) {
        return FixedProject.of("include: shared.yml\n\n" + text).with("shared.yml", TEMPLATE);
    }

    @Test
    void aScriptThatNothingRunsAnyMoreGoesFromItsTemplate() {
        assertThat(templateAfter(sharing("build:\n  extends: .images\n"))).isEqualTo(".images:\n  tags: [x]\n");
    }

    @Test
    void aScriptThatAChildPipelineMayRunStays() {
        String text = "build:\n  extends: .images\n\n";
        String job = "other: {extends: .images}\n";
        assertThat(templateAfter(sharing(text + "start: {trigger: {include: child.yml}}\n")
                        .with("child.yml", "include: shared.yml\n\n" + job)))
                .isEqualTo(FixedProject.builds(TEMPLATE));
        assertThat(templateAfter(sharing(text
                        + "start: {trigger: {include: [{artifact: child.yml, job: make}]}}\n\nmake: {script: [x]}\n")))
                .isEqualTo(FixedProject.builds(TEMPLATE));
    }

    @Test
    void aScriptThatTheParentPipelineMayRunStays() {
        FixedProject project = FixedProject.of(
                        "include: shared.yml\n\nother: {extends: .images, script: [make]}\nstart: {trigger: {include: child.yml}}\n")
                .with("shared.yml", TEMPLATE)
                .with("child.yml", "include: shared.yml\n\nbuild:\n  extends: .images\n");
        assertThat(templateAfter(project)).isEqualTo(FixedProject.builds(TEMPLATE));
    }
}
