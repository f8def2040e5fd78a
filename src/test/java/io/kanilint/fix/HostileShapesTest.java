package io.kanilint.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.finding.Fix;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Configurations that people would hardly write: a fix is right or not offered. */
class HostileShapesTest {
    private static final String LONG = """
            %s:
              stage: build
              tags: [a]	# tab
              variables:
                A: "1"
                B: "2"
                C: "3"
              # on branches
              rules:
                - if: $CI_COMMIT_BRANCH
                - if: $CI_COMMIT_TAG
                - when: never

              before_script:
                - echo a
                - echo b
              retry: 1
              timeout: 1h
              script:	# both
                # web
                - WEB	# tab
                # api
                - API # end

              interruptible: true
            """;

    /** Those whose lines cannot be taken apart, or in which something stands for the job's name. */
    private static final Set<String> LET_BE = Set.of(
            "in brackets",
            "header",
            "input as name",
            "alias as job",
            "indented header",
            "template in use",
            "needs with everything");

    private static Map<String, String> shapes() {
        var shapes = new LinkedHashMap<String, String>();
        shapes.put("long", LONG.formatted("build"));
        shapes.put("quoted name", LONG.formatted("\"build: all\"") + "a: {needs: [\"build: all\"], script: make}\n");
        shapes.put(
                "single quotes", LONG.formatted("'it''s'") + "a: {needs: [\"it's\"], extends: it's, script: make}\n");
        shapes.put(
                "name with spaces",
                LONG.formatted("build all, now") + "a:\n  needs:\n    - build all, now\n  script: make\n");
        shapes.put("in brackets", "{build: {script: [WEB, API]}, a: {needs: [build], script: make}}\n");
        shapes.put("job in brackets", "build: {script: [WEB, API], tags: [x]}\na: {needs: [build], script: make}\n");
        shapes.put(
                "job in brackets over lines",
                "build: {\n  script: [\n    WEB, # web\n    API,\n  ],\n}\na: {needs: [build], script: make}\n");
        shapes.put(
                "header",
                "spec:\n  inputs:\n    x: {default: build}\n---\nbuild:\n  script:\n    - WEB\n    - API\na: {needs: [$[[ inputs.x ]]], script: make}\n");
        shapes.put(
                "input in script",
                "spec:\n  inputs:\n    x: {default: latest}\n---\n.t:\n  script:\n    - WEB:$[[ inputs.x ]]\n    - API:$[[ inputs.x ]]\nbuild:\n  extends: .t\n");
        shapes.put(
                "input as name",
                "spec:\n  inputs:\n    x: {default: build}\n---\n$[[ inputs.x ]]:\n  script:\n    - WEB\n    - API\n");
        shapes.put(
                "second document", "---\nbuild:\n  script:\n    - WEB\n    - API\na: {needs: [build], script: make}\n");
        shapes.put(
                "aliases in aliases",
                ".a: &a\n  - WEB\n.b: &b\n  - *a\n  - API\nbuild:\n  script: *b\na: {script: *a}\n");
        shapes.put(
                "merge below",
                ".a: &a\n  script:\n    - WEB\n    - API\nbuild:\n  tags: [x]\n  <<: *a\na: {needs: [build], script: make}\n");
        shapes.put(
                "merge of several",
                ".a: &a {tags: [x]}\n.b: &b\n  script:\n    - WEB\n    - |-\n      echo\n      API\nbuild:\n  <<: [*a, *b]\n  stage: build\nc:\n  <<: *b\n  script: make\n");
        shapes.put("alias as job", ".a: &a\n  script:\n    - WEB\n    - API\nbuild: *a\n");
        shapes.put("folded", "build:\n  script: >-\n    WEB &&\n    API\na: {dependencies: [build], script: make}\n");
        shapes.put(
                "quoted script", "build:\n  script:\n    - \"WEB\\nAPI\"\na: {dependencies: [build], script: make}\n");
        shapes.put("indented header", ".t:\n  script:\n    - |2\n        WEB\n        API\nbuild:\n  extends: .t\n");
        shapes.put(
                "template in use",
                ".t:\n  tags: [x]\n  script:\n    - WEB\n    - API\nbuild: {extends: .t}\nother:\n  extends: .t\n  needs: [build]\n");
        shapes.put(
                "extends chain",
                ".t:\n  script:\n    - WEB\n    - API\n.u:\n  extends: .t\n  stage: test\nbuild:\n  extends: [.u]\n  tags: [x]\n");
        shapes.put(
                "references in template",
                ".t:\n  w:\n    - WEB\n  script:\n    - !reference [.t, w]\n    - API\nbuild:\n  extends: .t\n  stage: build\n");
        shapes.put(
                "default with before",
                "default:\n  before_script:\n    - WEB\nbuild:\n  script: API\na: {script: make, before_script: []}\n");
        shapes.put(
                "references to the job",
                "build:\n  variables: {A: b}\n  script:\n    - WEB\n    - API\nworkflow:\n  rules: [{when: always}]\na:\n  script: [!reference [build, script]]\n  variables: !reference [build, variables]\n");
        shapes.put(
                "needs with everything",
                "build:\n  script:\n    - WEB\n    - API\na:\n  needs:\n    - {job: build}\n    - job: build\n\n      # why\n      optional: true\n    -\n      job: build\n  script: make\n");
        shapes.put(
                "twice included",
                "include: [{local: x.yml}, {local: x.yml}]\nbuild:\n  script:\n    - WEB\n    - API\n");
        return shapes;
    }

    @TestFactory
    Stream<DynamicTest> asWritten() {
        return shapes().entrySet().stream().map(shape -> test(shape.getKey(), shape.getValue()));
    }

    @TestFactory
    Stream<DynamicTest> withWindowsLineEnds() {
        return shapes().entrySet().stream()
                .map(shape -> test(shape.getKey(), shape.getValue().replace("\n", "\r\n")));
    }

    private static DynamicTest test(String name, String text) {
        return DynamicTest.dynamicTest(name, () -> {
            FixedProject project =
                    FixedProject.of(text).with("x.yml", "x: {needs: [{job: build, optional: true}], script: make}\n");
            assertThat(project.fix().isEmpty()).as(text).isEqualTo(LET_BE.contains(name));
            for (Fix fix : project.fix().stream().toList()) {
                FixedProject after = project.after(fix);
                assertThat(after.lint().findings().size())
                        .as(after.main())
                        .isLessThan(project.lint().findings().size());
                assertThat(after.lint().builds())
                        .as(after.main())
                        .isEqualTo(project.lint().builds());
                assertThat(after.main().replace("\r\n", "").contains("\n"))
                        .as(after.main())
                        .isEqualTo(!text.contains("\r\n"));
            }
        });
    }
}
