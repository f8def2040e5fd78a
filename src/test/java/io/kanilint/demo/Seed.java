package io.kanilint.demo;

import java.util.Map;

/** The CI file that Kanilint was written for: two images, one job, and the second image misses packages. */
public final class Seed {
    public static final String CI_FILE = """
            build:
              stage: build
              image:
                name: test-executor:v1.23.2-debug
                entrypoint: [ "" ]
              script:
                - /kaniko/executor
                  --context "${CI_PROJECT_DIR}"
                  --dockerfile "${CI_PROJECT_DIR}/webui/Dockerfile"
                  --destination "${CI_REGISTRY_IMAGE}/webui:${CI_COMMIT_TAG}"
                - /kaniko/executor
                  --context "${CI_PROJECT_DIR}"
                  --dockerfile "${CI_PROJECT_DIR}/api/Dockerfile"
                  --destination "${CI_REGISTRY_IMAGE}/api:${CI_COMMIT_TAG}"
              rules:
                - if: $CI_COMMIT_TAG
            """;

    /** The Dockerfiles that it builds from, by their paths. */
    public static final Map<String, String> DOCKERFILES = Map.of(
            "webui/Dockerfile", """
            FROM python:3.12-slim
            WORKDIR /app
            RUN pip install --no-cache-dir flask requests gunicorn
            COPY webui/ .
            CMD ["gunicorn", "webui:app"]
            """,
            "api/Dockerfile", """
            FROM python:3.12-slim
            WORKDIR /app
            RUN pip install --no-cache-dir flask requests redis
            COPY api/ .
            CMD ["python", "-m", "api"]
            """);

    private Seed() {}
}
