package io.kanilint;

import io.kanilint.demo.Seed;

/** CI files to review. */
final class CiFiles {
    /** One build: nothing to find. */
    static final String ONE_BUILD = """
            build:
              image:
                name: test-executor:v1.23.2-debug
                entrypoint: [ "" ]
              script:
                - /kaniko/executor
                  --context "${CI_PROJECT_DIR}"
                  --destination "${CI_REGISTRY_IMAGE}:${CI_COMMIT_TAG}"
              rules:
                - if: $CI_COMMIT_TAG
            """;

    /** Two jobs, each with two builds. */
    static final String TWO_FINDINGS = Seed.CI_FILE
            + Seed.CI_FILE
                    .replace("build:\n", "build_more:\n")
                    .replace("webui", "docs")
                    .replace("api", "jobs");

    private CiFiles() {}

    /** A job whose name is this YAML key, with two builds in its script. */
    static String twoBuildsIn(String jobKey) {
        return """
                %s:
                  image: executor
                  script:
                    - /kaniko/executor --destination registry.example/a
                    - /kaniko/executor --destination registry.example/b
                """.formatted(jobKey);
    }
}
