package io.kanilint.fix;

import java.util.LinkedHashMap;
import java.util.Map;

/** Jobs that use what a clean-up may delete, or run in other images. */
final class PlacedCleanups {
    private PlacedCleanups() {}

    static Map<String, FixCase> all() {
        var cases = new LinkedHashMap<String, FixCase>();
        cases.put("script of the project", new FixCase(false, """
                        build:
                          script:
                            - /kaniko/executor -d reg/a
                            - ./prepare.sh
                            - /kaniko/executor -d reg/b
                        """, """
                        build:
                          script:
                            - /kaniko/executor -d reg/a --cleanup
                            - ./prepare.sh
                            - rm -rf /kaniko/[0-9]* /kaniko/stages /kaniko/deps /kaniko/layers /kaniko/buildcontext /kaniko/Dockerfile*
                            - /kaniko/executor -d reg/b
                        """));
        cases.put("substitution", new FixCase(false, """
                        build:
                          script:
                            - /kaniko/executor -d reg/a
                            - /kaniko/executor -d reg/b:$(./version.sh)
                        """, """
                        build:
                          script:
                            - /kaniko/executor -d reg/a --cleanup
                            - rm -rf /kaniko/[0-9]* /kaniko/stages /kaniko/deps /kaniko/layers /kaniko/buildcontext /kaniko/Dockerfile*
                            - /kaniko/executor -d reg/b:$(./version.sh)
                        """));
        cases.put("temporary files", new FixCase(false, """
                        build:
                          script:
                            - echo a > /tmp/Dockerfile
                            - /kaniko/executor -d reg/a
                            - /kaniko/executor -d reg/b -f /tmp/Dockerfile
                        """, """
                        build:
                          script:
                            - echo a > /tmp/Dockerfile
                            - /kaniko/executor -d reg/a --cleanup
                            - rm -rf /kaniko/[0-9]* /kaniko/stages /kaniko/deps /kaniko/layers /kaniko/buildcontext /kaniko/Dockerfile*
                            - /kaniko/executor -d reg/b -f /tmp/Dockerfile
                        """));
        cases.put("home", new FixCase(false, """
                        build:
                          script:
                            - mkdir -p ~/.docker
                            - /kaniko/executor -d reg/a
                            - /kaniko/executor -d reg/b
                        """, """
                        build:
                          script:
                            - mkdir -p ~/.docker
                            - /kaniko/executor -d reg/a --cleanup
                            - rm -rf /kaniko/[0-9]* /kaniko/stages /kaniko/deps /kaniko/layers /kaniko/buildcontext /kaniko/Dockerfile*
                            - /kaniko/executor -d reg/b
                        """));
        cases.put("after_script", new FixCase(false, """
                        build:
                          script:
                            - /kaniko/executor -d reg/a
                            - /kaniko/executor -d reg/b
                          after_script:
                            - ./notify.sh
                        """, """
                        build:
                          script:
                            - /kaniko/executor -d reg/a --cleanup
                            - rm -rf /kaniko/[0-9]* /kaniko/stages /kaniko/deps /kaniko/layers /kaniko/buildcontext /kaniko/Dockerfile*
                            - /kaniko/executor -d reg/b
                          after_script:
                            - ./notify.sh
                        """));
        cases.put("osscontainertools", new FixCase(true, """
                        build:
                          image:
                            name: ghcr.io/osscontainertools/kaniko:v1.28.3-debug
                            entrypoint: [""]
                          script:
                            - /kaniko/executor -d reg/a || true
                            - /kaniko/executor -d reg/b
                        """, """
                        build:
                          image:
                            name: ghcr.io/osscontainertools/kaniko:v1.28.3-debug
                            entrypoint: [""]
                          script:
                            - /kaniko/executor -d reg/a || true
                            - rm -rf /kaniko/[0-9]* /kaniko/stages /kaniko/deps /kaniko/layers /kaniko/buildcontext /kaniko/Dockerfile*
                            - /kaniko/executor -d reg/b --pre-cleanup
                        """));
        cases.put("osscontainertools before --pre-cleanup", new FixCase(true, """
                        build:
                          image:
                            name: ghcr.io/osscontainertools/kaniko:v1.25.3-debug
                            entrypoint: [""]
                          script:
                            - /kaniko/executor -d reg/a
                            - /kaniko/executor -d reg/b
                        """, """
                        build:
                          image:
                            name: ghcr.io/osscontainertools/kaniko:v1.25.3-debug
                            entrypoint: [""]
                          script:
                            - /kaniko/executor -d reg/a --cleanup
                            - rm -rf /kaniko/[0-9]* /kaniko/stages /kaniko/deps /kaniko/layers /kaniko/buildcontext /kaniko/Dockerfile*
                            - /kaniko/executor -d reg/b
                        """));
        cases.put("unknown image", new FixCase(false, """
                        build:
                          image: registry.example.com/kaniko:debug
                          script:
                            - /kaniko/executor -d reg/a
                            - /kaniko/executor -d reg/b
                        """, """
                        build:
                          image: registry.example.com/kaniko:debug
                          script:
                            - /kaniko/executor -d reg/a --cleanup
                            - rm -rf /kaniko/[0-9]* /kaniko/stages /kaniko/deps /kaniko/layers /kaniko/buildcontext /kaniko/Dockerfile*
                            - /kaniko/executor -d reg/b
                        """));
        return cases;
    }
}
