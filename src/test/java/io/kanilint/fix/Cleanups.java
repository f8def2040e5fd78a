package io.kanilint.fix;

import java.util.LinkedHashMap;
import java.util.Map;

/** Jobs whose builds stay together, cleaned up between them. */
final class Cleanups {
    private Cleanups() {}

    static Map<String, FixCase> all() {
        var cases = new LinkedHashMap<String, FixCase>();
        cases.put("entries", new FixCase(true, """
                        build:
                          script:
                            - /kaniko/executor --context web --destination reg/web # web
                            # then the api
                            - /kaniko/executor --context api --destination reg/api # api
                            - echo done
                        """, """
                        build:
                          script:
                            - /kaniko/executor --context web --destination reg/web --cleanup # web
                            - rm -rf /kaniko/[0-9]* /kaniko/stages /kaniko/deps /kaniko/layers /kaniko/buildcontext /kaniko/Dockerfile*
                            # then the api
                            - /kaniko/executor --context api --destination reg/api # api
                            - echo done
                        """));
        cases.put("three", new FixCase(true, """
                        build:
                          script:
                            - /kaniko/executor -d reg/a
                            - /kaniko/executor -d reg/b
                            - /kaniko/executor -d reg/c
                        """, """
                        build:
                          script:
                            - /kaniko/executor -d reg/a --cleanup
                            - rm -rf /kaniko/[0-9]* /kaniko/stages /kaniko/deps /kaniko/layers /kaniko/buildcontext /kaniko/Dockerfile*
                            - /kaniko/executor -d reg/b --cleanup
                            - rm -rf /kaniko/[0-9]* /kaniko/stages /kaniko/deps /kaniko/layers /kaniko/buildcontext /kaniko/Dockerfile*
                            - /kaniko/executor -d reg/c
                        """));
        cases.put("block", new FixCase(true, """
                        build:
                          script:
                            - |
                              /kaniko/executor \\
                                --context web \\
                                --destination reg/web # web

                              # then
                              /kaniko/executor \\
                                --context api \\
                                --destination reg/api
                        """, """
                        build:
                          script:
                            - |
                              /kaniko/executor \\
                                --context web \\
                                --destination reg/web --cleanup # web

                              rm -rf /kaniko/[0-9]* /kaniko/stages /kaniko/deps /kaniko/layers /kaniko/buildcontext /kaniko/Dockerfile*
                              # then
                              /kaniko/executor \\
                                --context api \\
                                --destination reg/api
                        """));
        cases.put("chain", new FixCase(true, """
                        build:
                          script:
                            - cd src && /kaniko/executor -d reg/a && /kaniko/executor -d reg/b || exit 1
                        """, """
                        build:
                          script:
                            - cd src && /kaniko/executor -d reg/a --cleanup && rm -rf /kaniko/[0-9]* /kaniko/stages /kaniko/deps /kaniko/layers /kaniko/buildcontext /kaniko/Dockerfile* && /kaniko/executor -d reg/b || exit 1
                        """));
        cases.put("semicolons", new FixCase(true, """
                        build:
                          script: "/kaniko/executor -d reg/a; /kaniko/executor -d reg/b"
                        """, """
                        build:
                          script: "/kaniko/executor -d reg/a --cleanup; rm -rf /kaniko/[0-9]* /kaniko/stages /kaniko/deps /kaniko/layers /kaniko/buildcontext /kaniko/Dockerfile*; /kaniko/executor -d reg/b"
                        """));
        cases.put("flow", new FixCase(true, """
                        build:
                          script: ['/kaniko/executor -d reg/a', '/kaniko/executor -d reg/b']
                        """, """
                        build:
                          script: ['/kaniko/executor -d reg/a --cleanup', "rm -rf /kaniko/[0-9]* /kaniko/stages /kaniko/deps /kaniko/layers /kaniko/buildcontext /kaniko/Dockerfile*", '/kaniko/executor -d reg/b']
                        """));
        cases.put("folded", new FixCase(true, """
                        build:
                          script:
                            - >
                              /kaniko/executor
                              -d reg/a
                            - >
                              /kaniko/executor
                              -d reg/b
                        """, """
                        build:
                          script:
                            - >
                              /kaniko/executor
                              -d reg/a --cleanup
                            - rm -rf /kaniko/[0-9]* /kaniko/stages /kaniko/deps /kaniko/layers /kaniko/buildcontext /kaniko/Dockerfile*
                            - >
                              /kaniko/executor
                              -d reg/b
                        """));
        cases.put("loop", new FixCase(true, """
                        build:
                          script:
                            - |
                              for image in web api; do
                                # build
                                cd "$image"
                                /kaniko/executor --context . --destination "reg/$image" || exit 1
                                cd ..
                              done
                        """, """
                        build:
                          script:
                            - |
                              for image in web api; do
                                # build
                                cd "$image"
                                rm -rf /kaniko/[0-9]* /kaniko/stages /kaniko/deps /kaniko/layers /kaniko/buildcontext /kaniko/Dockerfile*
                                /kaniko/executor --context . --destination "reg/$image" --cleanup || exit 1
                                cd ..
                              done
                        """));
        cases.put("loop on a line", new FixCase(true, """
                        build:
                          script:
                            - for image in web api; do /kaniko/executor -c $image -d reg/$image; done
                        """, """
                        build:
                          script:
                            - for image in web api; do rm -rf /kaniko/[0-9]* /kaniko/stages /kaniko/deps /kaniko/layers /kaniko/buildcontext /kaniko/Dockerfile*; /kaniko/executor -c $image -d reg/$image --cleanup; done
                        """));
        cases.put("function", new FixCase(true, """
                        build:
                          script:
                            - build() { /kaniko/executor "$@" --cache=false; }
                            - build -d reg/a
                            - build -d reg/b
                        """, """
                        build:
                          script:
                            - build() { rm -rf /kaniko/[0-9]* /kaniko/stages /kaniko/deps /kaniko/layers /kaniko/buildcontext /kaniko/Dockerfile*; /kaniko/executor "$@" --cache=false --cleanup; }
                            - build -d reg/a
                            - build -d reg/b
                        """));
        cases.put("cleaned in part", new FixCase(true, """
                        build:
                          script:
                            - /kaniko/executor -d reg/a --cleanup
                            - /kaniko/executor -d reg/b
                            - /kaniko/executor -d reg/c
                        """, """
                        build:
                          script:
                            - /kaniko/executor -d reg/a --cleanup
                            - rm -rf /kaniko/[0-9]* /kaniko/stages /kaniko/deps /kaniko/layers /kaniko/buildcontext /kaniko/Dockerfile*
                            - /kaniko/executor -d reg/b --cleanup
                            - rm -rf /kaniko/[0-9]* /kaniko/stages /kaniko/deps /kaniko/layers /kaniko/buildcontext /kaniko/Dockerfile*
                            - /kaniko/executor -d reg/c
                        """));
        cases.put("redirected", new FixCase(true, """
                        build:
                          script:
                            - /kaniko/executor -d reg/a > a.log
                            - /kaniko/executor -d reg/b > b.log
                        """, """
                        build:
                          script:
                            - /kaniko/executor -d reg/a --cleanup > a.log
                            - rm -rf /kaniko/[0-9]* /kaniko/stages /kaniko/deps /kaniko/layers /kaniko/buildcontext /kaniko/Dockerfile*
                            - /kaniko/executor -d reg/b > b.log
                        """));
        return cases;
    }
}
