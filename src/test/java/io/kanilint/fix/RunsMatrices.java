package io.kanilint.fix;

import java.util.LinkedHashMap;
import java.util.Map;

/** Jobs with builds one below the other, and what they are as a matrix. */
final class RunsMatrices {
    private RunsMatrices() {}

    static Map<String, FixCase> all() {
        var cases = new LinkedHashMap<String, FixCase>();
        cases.put("one word", new FixCase(true, """
                        build:
                          script:
                            - /kaniko/executor --context $CI_PROJECT_DIR --dockerfile webui/Dockerfile --destination "$CI_REGISTRY_IMAGE/webui:$CI_COMMIT_SHA"
                            # then
                            - /kaniko/executor --context $CI_PROJECT_DIR --dockerfile api/Dockerfile --destination "$CI_REGISTRY_IMAGE/api:$CI_COMMIT_SHA"
                        """, """
                        build:
                          parallel:
                            matrix:
                              - IMAGE: [webui, api]
                          script:
                            - /kaniko/executor --context $CI_PROJECT_DIR --dockerfile "$IMAGE/Dockerfile" --destination "$CI_REGISTRY_IMAGE/$IMAGE:$CI_COMMIT_SHA"
                        """));
        cases.put("several times in a word", new FixCase(true, """
                        build:
                          script:
                            - /kaniko/executor --context $CI_PROJECT_DIR/web -f docker/web.Dockerfile -d $CI_REGISTRY_IMAGE/app-web:web-1
                            - /kaniko/executor --context $CI_PROJECT_DIR/api -f docker/api.Dockerfile -d $CI_REGISTRY_IMAGE/app-api:api-1
                        """, """
                        build:
                          parallel:
                            matrix:
                              - IMAGE: [web, api]
                          script:
                            - /kaniko/executor --context $CI_PROJECT_DIR/$IMAGE -f "docker/$IMAGE.Dockerfile" -d $CI_REGISTRY_IMAGE/app-$IMAGE:$IMAGE-1
                        """));
        cases.put("single quotes", new FixCase(true, """
                        build:
                          script:
                            - /kaniko/executor --context 'web' --label 'a="b" web' --destination='reg/web:1'
                            - /kaniko/executor --context 'api' --label 'a="b" api' --destination='reg/api:1'
                        """, """
                        build:
                          parallel:
                            matrix:
                              - IMAGE: [web, api]
                          script:
                            - /kaniko/executor --context "$IMAGE" --label 'a="b" '"$IMAGE" --destination="reg/$IMAGE:1"
                        """));
        cases.put("braces", new FixCase(true, """
                        build:
                          script:
                            - /kaniko/executor -d "${CI_REGISTRY_IMAGE}/web_1" -c web
                            - /kaniko/executor -d "${CI_REGISTRY_IMAGE}/api_1" -c api
                        """, """
                        build:
                          parallel:
                            matrix:
                              - IMAGE: [web, api]
                          script:
                            - /kaniko/executor -d "${CI_REGISTRY_IMAGE}/${IMAGE}_1" -c "$IMAGE"
                        """));
        cases.put("two variables", new FixCase(true, """
                        build:
                          script:
                            - cd services/web && /kaniko/executor --context . --destination 'reg/web:1' --build-arg 'PYTHON=1' && cd ../..
                            - cd services/api && /kaniko/executor --context . --destination 'reg/api:2' --build-arg 'PYTHON=2' && cd ../..
                        """, """
                        build:
                          parallel:
                            matrix:
                              - IMAGE: web
                                PYTHON: "1"
                              - IMAGE: api
                                PYTHON: "2"
                          script:
                            - cd "services/$IMAGE" && /kaniko/executor --context . --destination "reg/$IMAGE:$PYTHON" --build-arg "PYTHON=$PYTHON" && cd ../..
                        """));
        cases.put("three variables", new FixCase(true, """
                        build:
                          script:
                            - /kaniko/executor --destination reg/web:1.0 --context web --dockerfile docker/Dockerfile
                            - /kaniko/executor --destination reg/api:2.0 --context api --dockerfile docker/Dockerfile.dev
                            - /kaniko/executor --destination reg/db:2.0 --context db --dockerfile docker/Dockerfile.dev
                        """, """
                        build:
                          parallel:
                            matrix:
                              - IMAGE: web
                                TAG: "1.0"
                                DOCKERFILE: Dockerfile
                              - IMAGE: api
                                TAG: "2.0"
                                DOCKERFILE: Dockerfile.dev
                              - IMAGE: db
                                TAG: "2.0"
                                DOCKERFILE: Dockerfile.dev
                          script:
                            - /kaniko/executor --destination "reg/$IMAGE:$TAG" --context "$IMAGE" --dockerfile "docker/$DOCKERFILE"
                        """));
        cases.put("stages", new FixCase(true, """
                        build:
                          script:
                            - /kaniko/executor --target builder --destination reg/app:builder
                            - /kaniko/executor --target runtime --destination reg/app:runtime
                        """, """
                        build:
                          parallel:
                            matrix:
                              - TARGET: [builder, runtime]
                          script:
                            - /kaniko/executor --target "$TARGET" --destination "reg/app:$TARGET"
                        """));
        cases.put("tags", new FixCase(true, """
                        build:
                          script:
                            - /kaniko/executor --build-arg PYTHON=3.10 --destination reg/app:3.10
                            - /kaniko/executor --build-arg PYTHON=3.9 --destination reg/app:3.9
                        """, """
                        build:
                          parallel:
                            matrix:
                              - PYTHON: ["3.10", "3.9"]
                          script:
                            - /kaniko/executor --build-arg PYTHON="$PYTHON" --destination "reg/app:$PYTHON"
                        """));
        cases.put("tags alone", new FixCase(true, """
                        build:
                          script:
                            - /kaniko/executor --destination reg/app:true --context .
                            - /kaniko/executor --destination reg/app:false --context .
                        """, """
                        build:
                          parallel:
                            matrix:
                              - TAG: ["true", "false"]
                          script:
                            - /kaniko/executor --destination "reg/app:$TAG" --context .
                        """));
        cases.put("name that is taken", new FixCase(true, """
                        variables:
                          IMAGE: reg
                        build:
                          script:
                            - /kaniko/executor --destination $IMAGE/web --context web
                            - /kaniko/executor --destination $IMAGE/api --context api
                        """, """
                        variables:
                          IMAGE: reg
                        build:
                          parallel:
                            matrix:
                              - BUILD_IMAGE: [web, api]
                          script:
                            - /kaniko/executor --destination $IMAGE/$BUILD_IMAGE --context "$BUILD_IMAGE"
                        """));
        return cases;
    }
}
