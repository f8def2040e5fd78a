package io.kanilint.fix;

import java.util.LinkedHashMap;
import java.util.Map;

/** Jobs that build in a loop, and what they are as a matrix. */
final class LoopMatrices {
    private LoopMatrices() {}

    static Map<String, FixCase> all() {
        var cases = new LinkedHashMap<String, FixCase>();
        cases.put("one line", new FixCase(true, """
                        build:
                          script:
                            - for image in web api; do /kaniko/executor --context "$image" --destination "reg/$image"; done
                        """, """
                        build:
                          parallel:
                            matrix:
                              - image: [web, api]
                          script:
                            - /kaniko/executor --context "$image" --destination "reg/$image"
                        """));
        cases.put("a loop in the background", new FixCase(true, """
                        build:
                          script:
                            - for image in web api; do /kaniko/executor -c "$image" -d "reg/$image"; done & wait
                        """, """
                        build:
                          parallel:
                            matrix:
                              - image: [web, api]
                          script:
                            - /kaniko/executor -c "$image" -d "reg/$image"; wait
                        """));
        cases.put("builds in the background", new FixCase(true, """
                        build:
                          script:
                            - for image in web api; do (cd "$image" && /kaniko/executor -d "reg/$image") & echo on; done; wait
                        """, """
                        build:
                          parallel:
                            matrix:
                              - image: [web, api]
                          script:
                            - (cd "$image" && /kaniko/executor -d "reg/$image"); echo on; wait
                        """));
        cases.put("comments and commands around", new FixCase(true, """
                        build:
                          # build all
                          script:
                            - mkdir -p /kaniko/.docker
                            - |
                              # each of them
                              for image in web api; do # loop
                                # build it
                                /kaniko/executor --context "$image" \\
                                  --destination "$CI_REGISTRY_IMAGE/$image"

                                echo "$image is built"
                              done # all
                            - echo all done
                        """, """
                        build:
                          parallel:
                            matrix:
                              - image: [web, api]
                          # build all
                          script:
                            - mkdir -p /kaniko/.docker
                            - |
                              # each of them
                              # loop
                              # build it
                              /kaniko/executor --context "$image" \\
                                --destination "$CI_REGISTRY_IMAGE/$image"

                              echo "$image is built"
                              # all
                            - echo all done
                        """));
        cases.put("array, and do on a line of its own", new FixCase(true, """
                        build:
                            stage: build
                            script:
                                - images=(web api)
                                - |
                                    for image in "${images[@]}"
                                    do
                                        cd "$image"
                                        /kaniko/executor --destination "reg/$image"
                                        cd ..
                                    done
                        """, """
                        build:
                            stage: build
                            parallel:
                                matrix:
                                    - image: [web, api]
                            script:
                                - images=(web api)
                                - |
                                    cd "$image"
                                    /kaniko/executor --destination "reg/$image"
                                    cd ..
                        """));
        cases.put("words on several lines", new FixCase(true, """
                        build:
                          script:
                          - |
                            for image in \\
                              web \\
                              "api-v2"; do
                                /kaniko/executor --destination "reg/$image:$CI_COMMIT_SHA"
                            done
                        """, """
                        build:
                          parallel:
                            matrix:
                              - image: [web, api-v2]
                          script:
                          - |
                            /kaniko/executor --destination "reg/$image:$CI_COMMIT_SHA"
                        """));
        cases.put("loops in one another, in a condition", new FixCase(true, """
                        build:
                          script: |
                            if [ -n "$CI_COMMIT_TAG" ]; then
                              for image in web api; do
                                for v in 3.10 3.9; do
                                  /kaniko/executor --build-arg V=$v -d reg/$image:$v
                                done
                              done
                            fi
                        """, """
                        build:
                          parallel:
                            matrix:
                              - image: [web, api]
                                v: ["3.10", "3.9"]
                          script: |
                            if [ -n "$CI_COMMIT_TAG" ]; then
                              /kaniko/executor --build-arg V=$v -d reg/$image:$v
                            fi
                        """));
        cases.put("loops in one another on a line", new FixCase(true, """
                        build:
                          script:
                            - "for i in web api; do for v in 1 2; do /kaniko/executor -c \\"$i\\" -d reg/$i:$v; done; done"
                        """, """
                        build:
                          parallel:
                            matrix:
                              - i: [web, api]
                                v: ["1", "2"]
                          script:
                            - "/kaniko/executor -c \\"$i\\" -d reg/$i:$v"
                        """));
        cases.put("pairs", new FixCase(true, """
                        build:
                          script:
                            - |
                              for pair in web:src/web api:src/api; do
                                name=${pair%%:*}
                                dir=${pair#*:}
                                /kaniko/executor -c "$dir" -d "reg/$name"
                              done
                        """, """
                        build:
                          parallel:
                            matrix:
                              - pair: ["web:src/web", "api:src/api"]
                          script:
                            - |
                              name=${pair%%:*}
                              dir=${pair#*:}
                              /kaniko/executor -c "$dir" -d "reg/$name"
                        """));
        cases.put("folded", new FixCase(true, """
                        build:
                          script:
                            - >
                              for image in web api; do
                              /kaniko/executor -c $image
                              -d reg/$image;
                              done
                            - echo done
                        """, """
                        build:
                          parallel:
                            matrix:
                              - image: [web, api]
                          script:
                            - >
                              /kaniko/executor -c $image
                              -d reg/$image
                            - echo done
                        """));
        cases.put("numbers", new FixCase(true, """
                        build:
                          script:
                            - for n in $(seq 1 3); do /kaniko/executor -c $n -d reg/$n; done
                        """, """
                        build:
                          parallel:
                            matrix:
                              - n: ["1", "2", "3"]
                          script:
                            - /kaniko/executor -c $n -d reg/$n
                        """));
        cases.put("condition on the word", new FixCase(true, """
                        build:
                          script:
                            - |
                              for image in web api; do
                                if [ "$image" = web ]; then
                                  args="--build-arg A=1"
                                fi
                                /kaniko/executor $args -c $image -d reg/$image
                              done
                        """, """
                        build:
                          parallel:
                            matrix:
                              - image: [web, api]
                          script:
                            - |
                              if [ "$image" = web ]; then
                                args="--build-arg A=1"
                              fi
                              /kaniko/executor $args -c $image -d reg/$image
                        """));
        cases.put("here-document in the body", new FixCase(true, """
                        build:
                          script:
                            - |
                              for image in web api; do
                                cat > $image/version <<EOF
                                $CI_COMMIT_SHA
                              EOF
                                /kaniko/executor -c $image -d reg/$image
                              done
                        """, """
                        build:
                          parallel:
                            matrix:
                              - image: [web, api]
                          script:
                            - |
                              cat > $image/version <<EOF
                                $CI_COMMIT_SHA
                              EOF
                              /kaniko/executor -c $image -d reg/$image
                        """));
        return cases;
    }
}
