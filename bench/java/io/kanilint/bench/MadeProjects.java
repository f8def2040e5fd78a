package io.kanilint.bench;

import io.kanilint.pipeline.ProjectFiles;
import io.kanilint.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Made-up projects of any size, shaped like real ones: builds that share a template, tests, deployments with loops. */
final class MadeProjects {
    private static final String HEAD = """
            stages: [test, build, deploy]

            variables:
              IMAGE: $CI_REGISTRY_IMAGE

            .kaniko:
              stage: build
              image:
                name: gcr.io/kaniko-project/executor:v1.23.2-debug
                entrypoint: [""]
              before_script:
                - mkdir -p /kaniko/.docker
                - echo "{\\"auths\\":{\\"$CI_REGISTRY\\":{\\"username\\":\\"$CI_REGISTRY_USER\\"}}}" > /kaniko/.docker/config.json
              rules:
                - if: $CI_COMMIT_TAG

            """;
    private static final String BUILD = """
            build-%1$d:
              extends: .kaniko
              script:
                - /kaniko/executor
                  --context "${CI_PROJECT_DIR}"
                  --dockerfile "${CI_PROJECT_DIR}/svc%1$d/Dockerfile"
                  --destination "${IMAGE}/svc%1$d:${CI_COMMIT_TAG}"

            """;
    private static final String TWO_BUILDS = """
            build-%1$d:
              extends: .kaniko
              script:
                - /kaniko/executor --context "${CI_PROJECT_DIR}/a" --destination "${IMAGE}/a%1$d:${CI_COMMIT_TAG}"
                - /kaniko/executor --context "${CI_PROJECT_DIR}/b" --destination "${IMAGE}/b%1$d:${CI_COMMIT_TAG}"

            """;
    private static final String TEST = """
            test-%1$d:
              stage: test
              image: python:3.12
              script:
                - pip install -r requirements.txt
                - if [ -n "$COVERAGE" ]; then pytest --cov; else pytest; fi
              artifacts:
                paths: [reports/]

            """;
    private static final String DEPLOY = """
            deploy-%1$d:
              stage: deploy
              image: alpine:3.20
              script:
                - apk add curl
                - |
                  for host in a b c; do
                    curl -fsS "https://$host/deploy?tag=$CI_COMMIT_TAG" || exit 1
                  done
              when: manual

            """;

    /** Files by their paths. */
    record Made(Map<String, String> texts) implements ProjectFiles {
        @Override
        public String ciPath() {
            return ".gitlab-ci.yml";
        }

        @Override
        public Optional<Source> read(String path) {
            return Optional.ofNullable(texts.get(path)).map(text -> new Source(path, text));
        }

        void write(Path folder) throws IOException {
            for (Map.Entry<String, String> file : texts.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        }
    }

    private MadeProjects() {}

    /** One file of so many jobs, about nine lines each. */
    static Made ofJobs(int jobs) {
        return new Made(Map.of(".gitlab-ci.yml", HEAD + jobs(0, jobs)));
    }

    /** One file in which every job is a defect that gets a fix. */
    static Made ofDefects(int jobs) {
        var text = new StringBuilder(HEAD);
        for (int i = 0; i < jobs; i++) {
            text.append(TWO_BUILDS.formatted(i));
        }
        return new Made(Map.of(".gitlab-ci.yml", text.toString()));
    }

    /** A file that includes so many others, of ten jobs each. */
    static Made ofIncludes(int files) {
        var texts = new LinkedHashMap<String, String>();
        var includes = new StringBuilder("include:\n");
        for (int i = 0; i < files; i++) {
            includes.append("  - local: ci/%d.yml%n".formatted(i));
            texts.put("ci/%d.yml".formatted(i), jobs(i * 10, i * 10 + 10));
        }
        texts.put(".gitlab-ci.yml", includes + "\n" + HEAD);
        return new Made(texts);
    }

    private static String jobs(int from, int to) {
        var text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append((i % 3 == 0 ? BUILD : i % 3 == 1 ? TEST : DEPLOY).formatted(i));
        }
        return text.toString();
    }

    /** Writes a project: {@code jobs|defects|includes COUNT FOLDER}. */
    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[1]);
        Made made = switch (arguments[0]) {
            case "jobs" -> ofJobs(count);
            case "defects" -> ofDefects(count);
            case "includes" -> ofIncludes(count);
            default -> throw new IllegalArgumentException(arguments[0]);
        };
        made.write(Path.of(arguments[2]));
    }
}
