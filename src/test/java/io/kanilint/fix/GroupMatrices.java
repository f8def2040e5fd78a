package io.kanilint.fix;

import java.util.LinkedHashMap;
import java.util.Map;

/** Jobs with builds among other commands, and what they are as a matrix. */
final class GroupMatrices {
    private GroupMatrices() {}

    static Map<String, FixCase> all() {
        var cases = new LinkedHashMap<String, FixCase>();
        cases.put("function", new FixCase(true, """
                        build:
                          script:
                            - |
                              build() {
                                /kaniko/executor --context "$1" --destination "reg/$1:$2"
                              }
                              build web 1
                              build api 2
                        """, """
                        build:
                          parallel:
                            matrix:
                              - IMAGE: web
                                VALUE: "1"
                              - IMAGE: api
                                VALUE: "2"
                          script:
                            - |
                              build() {
                                /kaniko/executor --context "$1" --destination "reg/$1:$2"
                              }
                              build "$IMAGE" "$VALUE"
                        """));
        cases.put("commands of each run", new FixCase(true, """
                        build:
                          script:
                            - login
                            - echo web
                            - TAG=web
                            - /kaniko/executor --destination reg/app:$TAG
                            - echo api
                            - TAG=api
                            - /kaniko/executor --destination reg/app:$TAG
                        """, """
                        build:
                          parallel:
                            matrix:
                              - IMAGE: [web, api]
                          script:
                            - login
                            - echo "$IMAGE"
                            - TAG="$IMAGE"
                            - /kaniko/executor --destination reg/app:$TAG
                        """));
        cases.put("commands behind each run", new FixCase(true, """
                        build:
                          script:
                            - /kaniko/executor --destination reg/web
                            - echo "pushed web" >> log
                            - /kaniko/executor --destination reg/api
                            - echo "pushed api" >> log
                        """, """
                        build:
                          parallel:
                            matrix:
                              - IMAGE: [web, api]
                          script:
                            - /kaniko/executor --destination "reg/$IMAGE"
                            - echo "pushed $IMAGE" >> log
                        """));
        cases.put("block", new FixCase(true, """
                        build:
                          script:
                            - |
                              /kaniko/executor \\
                                --context web \\
                                --destination reg/web   # the pages

                              /kaniko/executor \\
                                --context api \\
                                --destination reg/api
                              echo done
                        """, """
                        build:
                          parallel:
                            matrix:
                              - IMAGE: [web, api]
                          script:
                            - |
                              /kaniko/executor \\
                                --context "$IMAGE" \\
                                --destination "reg/$IMAGE"   # the pages

                              echo done
                        """));
        cases.put("double-quoted text and flow", new FixCase(true, """
                        build:
                          script: ["echo a", "/kaniko/executor -c web -d \\"reg/web\\"", '/kaniko/executor -c api -d "reg/api"']
                        """, """
                        build:
                          parallel:
                            matrix:
                              - IMAGE: [web, api]
                          script: ["echo a", "/kaniko/executor -c \\"$IMAGE\\" -d \\"reg/$IMAGE\\""]
                        """));
        cases.put("printed", new FixCase(true, """
                        build:
                          script:
                            - /kaniko/executor --destination reg/web:$(cat web/VERSION) --context web
                            - /kaniko/executor --destination reg/api:$(cat api/VERSION) --context api
                        """, """
                        build:
                          parallel:
                            matrix:
                              - IMAGE: [web, api]
                          script:
                            - /kaniko/executor --destination reg/$IMAGE:$(cat $IMAGE/VERSION) --context "$IMAGE"
                        """));
        cases.put("alias", new FixCase(true, """
                        .commands: &commands
                          # both
                          - /kaniko/executor -d reg/web
                          - /kaniko/executor -d reg/api

                        build:
                          script: *commands
                        """, """
                        .commands: &commands
                          # both
                          - /kaniko/executor -d "reg/$IMAGE"

                        build:
                          parallel:
                            matrix:
                              - IMAGE: [web, api]
                          script: *commands
                        """));
        cases.put("deployment", new FixCase(false, """
                        build:
                          environment: prod
                          script:
                            - /kaniko/executor -d reg/web
                            - /kaniko/executor -d reg/api
                        """, """
                        build:
                          environment: prod
                          parallel:
                            matrix:
                              - IMAGE: [web, api]
                          script:
                            - /kaniko/executor -d "reg/$IMAGE"
                        """));
        cases.put("after_script", new FixCase(false, """
                        build:
                          script:
                            - /kaniko/executor -d reg/web
                            - /kaniko/executor -d reg/api
                          after_script:
                            - ./notify.sh
                        """, """
                        build:
                          parallel:
                            matrix:
                              - IMAGE: [web, api]
                          script:
                            - /kaniko/executor -d "reg/$IMAGE"
                          after_script:
                            - ./notify.sh
                        """));
        cases.put("one at a time", new FixCase(false, """
                        build:
                          resource_group: images
                          script:
                            - /kaniko/executor -d reg/web
                            - /kaniko/executor -d reg/api
                        """, """
                        build:
                          resource_group: images
                          parallel:
                            matrix:
                              - IMAGE: [web, api]
                          script:
                            - /kaniko/executor -d "reg/$IMAGE"
                        """));
        cases.put("cache", new FixCase(false, """
                        build:
                          cache: {paths: [x]}
                          script:
                            - /kaniko/executor -d reg/web
                            - /kaniko/executor -d reg/api
                        """, """
                        build:
                          cache: {paths: [x]}
                          parallel:
                            matrix:
                              - IMAGE: [web, api]
                          script:
                            - /kaniko/executor -d "reg/$IMAGE"
                        """));
        cases.put("cache that is only read", new FixCase(true, """
                        build:
                          cache: {paths: [x], policy: pull}
                          script:
                            - /kaniko/executor -d reg/web
                            - /kaniko/executor -d reg/api
                        """, """
                        build:
                          cache: {paths: [x], policy: pull}
                          parallel:
                            matrix:
                              - IMAGE: [web, api]
                          script:
                            - /kaniko/executor -d "reg/$IMAGE"
                        """));
        cases.put("environment without a deployment", new FixCase(true, """
                        build:
                          environment: {name: x, action: prepare}
                          script:
                            - /kaniko/executor -d reg/web
                            - /kaniko/executor -d reg/api
                        """, """
                        build:
                          environment: {name: x, action: prepare}
                          parallel:
                            matrix:
                              - IMAGE: [web, api]
                          script:
                            - /kaniko/executor -d "reg/$IMAGE"
                        """));
        cases.put("name of the job", new FixCase(false, """
                        build:
                          script:
                            - /kaniko/executor -d reg/web --label job=$CI_JOB_NAME_SLUG
                            - /kaniko/executor -d reg/api --label job=$CI_JOB_NAME_SLUG
                        """, """
                        build:
                          parallel:
                            matrix:
                              - IMAGE: [web, api]
                          script:
                            - /kaniko/executor -d "reg/$IMAGE" --label job=$CI_JOB_NAME_SLUG
                        """));
        cases.put("name of the job in a variable", new FixCase(false, """
                        build:
                          variables: {LABEL: $CI_JOB_NAME}
                          script:
                            - /kaniko/executor -d reg/web --label $LABEL
                            - /kaniko/executor -d reg/api --label $LABEL
                        """, """
                        build:
                          variables: {LABEL: $CI_JOB_NAME}
                          parallel:
                            matrix:
                              - IMAGE: [web, api]
                          script:
                            - /kaniko/executor -d "reg/$IMAGE" --label $LABEL
                        """));
        cases.put("a push before the builds", new FixCase(false, """
                        build:
                          script:
                            - git push origin latest
                            - /kaniko/executor -d reg/web
                            - /kaniko/executor -d reg/api
                        """, """
                        build:
                          parallel:
                            matrix:
                              - IMAGE: [web, api]
                          script:
                            - git push origin latest
                            - /kaniko/executor -d "reg/$IMAGE"
                        """));
        return cases;
    }
}
