package io.kanilint.fix;

import java.util.LinkedHashMap;
import java.util.Map;

/** Jobs with names, anchors, aliases and keywords of all sorts. WEB, API and JOB stand for a build each. */
final class JobShapeSplits {
    private JobShapeSplits() {}

    static Map<String, String> all() {
        var cases = new LinkedHashMap<String, String>();
        cases.put("single quoted key", """
                        'build':
                          script:
                            - WEB
                            - API
                        """);
        cases.put("double quoted key", """
                        "build images":
                          script:
                            - WEB
                            - API
                        """);
        cases.put("key with colon and dots", """
                        build:images v1.2 x:
                          script:
                            - WEB
                            - API
                        """);
        cases.put("indented by four", """
                        build:
                            image:
                                name: ghcr.io/osscontainertools/kaniko:v1.28.3-debug
                                entrypoint: [""]
                            script:
                                - WEB
                                - API
                            rules:
                                - if: $CI_COMMIT_TAG
                        """);
        cases.put("anchor on job", """
                        build: &b
                          script:
                            - WEB
                            - API
                        """);
        cases.put("anchor on item", """
                        build:
                          script:
                            - &web WEB
                            - API
                        test:
                          script: make
                        """);
        cases.put("merge", """
                        .base: &base
                          stage: build
                          tags: [x]

                        build:
                          <<: *base
                          script:
                            - WEB
                            - API
                        """);
        cases.put("script alias", """
                        .scripts: &s
                          # web
                          - WEB
                          # api
                          - API

                        build:
                          script: *s
                        """);
        cases.put("before and script", """
                        build:
                          before_script:
                            - WEB
                          script:
                            - API
                          only: [tags]
                        """);
        cases.put("flow one line", """
                        build: {script: ["WEB", "API"], tags: [x]}
                        """);
        cases.put("document start and end", """
                        ---
                        build:
                          script:
                            - WEB
                            - API
                        ...
                        """);
        cases.put("long plain script after", """
                        build:
                          script:
                            - WEB
                            - API
                          after_script:
                            - echo bye
                          artifacts:
                            paths: [x]
                        """);
        cases.put("name dash", """
                        build-images:
                          script:
                            - WEB
                            - API
                        """);
        cases.put("hash name", """
                        "build #1":
                          script:
                            - WEB
                            - API
                        """);
        cases.put("alias item", """
                        .web: &web
                          - WEB
                        .api: &api
                          - API
                        build:
                          script:
                            - *web
                            - *api
                        """);
        cases.put("alias of scalars", """
                        .web: &web WEB
                        .api: &api API
                        build:
                          script:
                            # web
                            - *web # w
                            # api
                            - *api # a
                        """);
        cases.put("extends", """
                        .base:
                          before_script:
                            - echo hi
                          tags: [x]
                        build:
                          extends: .base
                          script:
                            - WEB
                            - API
                        """);
        cases.put("comment between keys", """
                        build:
                          stage: build
                          # the script
                          script:
                            - WEB
                            - API # last

                          # then tags
                          tags: [x]

                          # loose comment at the end of the job
                        test:
                          script: make
                        """);
        cases.put("before script list gone", """
                        build:
                          image: x
                          # log in and build web
                          before_script:
                            - WEB

                          # build api
                          script:
                            - API
                          tags: [x]
                        """);
        cases.put("same image names", """
                        build:
                          script:
                            - EXECUTOR --context a --destination reg/app:1
                            - EXECUTOR --context b --destination reg/app:2
                        """);
        return cases;
    }
}
