package io.kanilint.fix;

import java.util.LinkedHashMap;
import java.util.Map;

/** Jobs with a loop among other things, and what they are as a matrix. */
final class PlacedLoops {
    private PlacedLoops() {}

    static Map<String, FixCase> all() {
        var cases = new LinkedHashMap<String, FixCase>();
        cases.put("lines that are read", new FixCase(true, """
                        build:
                          script:
                            - |
                              while read -r image context; do
                                /kaniko/executor --context "$context" --destination "reg/$image"
                              done <<EOF
                              web src/web
                              api src/api
                              EOF
                              echo done
                        """, """
                        build:
                          parallel:
                            matrix:
                              - image: web
                                context: src/web
                              - image: api
                                context: src/api
                          script:
                            - |
                              /kaniko/executor --context "$context" --destination "reg/$image"
                              echo done
                        """));
        cases.put("matrix that is there", new FixCase(true, """
                        build:
                          parallel:
                            matrix:
                              - ARCH: [amd64, arm64]
                              - {ARCH: riscv, EXTRA: "1"}
                          script:
                            - for image in web api; do /kaniko/executor -c $image -d reg/$image:$ARCH; done
                        """, """
                        build:
                          parallel:
                            matrix:
                              - image: [web, api]
                                ARCH: [amd64, arm64]
                              - {image: [web, api], ARCH: riscv, EXTRA: "1"}
                          script:
                            - /kaniko/executor -c $image -d reg/$image:$ARCH
                        """));
        cases.put("template", new FixCase(true, """
                        .build:
                          script:
                            - for image in web api; do /kaniko/executor -c $image -d reg/$image; done

                        build:
                          extends: .build
                          # for all
                          tags: [docker]
                        """, """
                        .build:
                          script:
                            - /kaniko/executor -c $image -d reg/$image

                        build:
                          parallel:
                            matrix:
                              - image: [web, api]
                          extends: .build
                          # for all
                          tags: [docker]
                        """));
        cases.put("named elsewhere", new FixCase(true, """
                        build: &build
                          script:
                            - for image in web api; do /kaniko/executor -c $image -d reg/$image; done

                        deploy:
                          needs: [build]
                          dependencies: [build]
                          script: make
                        """, """
                        build: &build
                          parallel:
                            matrix:
                              - image: [web, api]
                          script:
                            - /kaniko/executor -c $image -d reg/$image

                        deploy:
                          needs: [build]
                          dependencies: [build]
                          script: make
                        """));
        cases.put("variable of the configuration", new FixCase(false, """
                        build:
                          variables:
                            IMAGES: web api
                          script:
                            - for image in $IMAGES; do /kaniko/executor -c $image -d reg/$image; done
                        """, """
                        build:
                          variables:
                            IMAGES: web api
                          parallel:
                            matrix:
                              - image: [web, api]
                          script:
                            - /kaniko/executor -c $image -d reg/$image
                        """));
        cases.put("commands behind it", new FixCase(false, """
                        build:
                          script:
                            - for image in web api; do /kaniko/executor -c $image -d reg/$image; done
                            - ./notify.sh
                        """, """
                        build:
                          parallel:
                            matrix:
                              - image: [web, api]
                          script:
                            - /kaniko/executor -c $image -d reg/$image
                            - ./notify.sh
                        """));
        cases.put("artifacts", new FixCase(false, """
                        build:
                          script:
                            - for image in web api; do /kaniko/executor -c $image -d reg/$image --digest-file $image.txt; done
                          artifacts:
                            paths: ["*.txt"]
                        """, """
                        build:
                          parallel:
                            matrix:
                              - image: [web, api]
                          script:
                            - /kaniko/executor -c $image -d reg/$image --digest-file $image.txt
                          artifacts:
                            paths: ["*.txt"]
                        """));
        cases.put("a push before it", new FixCase(false, """
                        build:
                          script:
                            - git push origin latest
                            - for image in web api; do /kaniko/executor -c $image -d reg/$image; done
                        """, """
                        build:
                          parallel:
                            matrix:
                              - image: [web, api]
                          script:
                            - git push origin latest
                            - /kaniko/executor -c $image -d reg/$image
                        """));
        cases.put("a push in each round", new FixCase(true, """
                        build:
                          script:
                            - for image in web api; do git push origin $image; /kaniko/executor -c $image -d reg/$image; done
                        """, """
                        build:
                          parallel:
                            matrix:
                              - image: [web, api]
                          script:
                            - git push origin $image; /kaniko/executor -c $image -d reg/$image
                        """));
        return cases;
    }
}
