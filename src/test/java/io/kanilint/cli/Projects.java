package io.kanilint.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small projects for tests of the command line. */
final class Projects {
    static final String CLEAN = """
            build:
              script:
                - /kaniko/executor --context . --destination registry.example.com/app:1
            """;
    static final String TWO_BUILDS = """
            # 😀 two images
            build:
              script:
                - /kaniko/executor --context web --destination "registry.example.com/web:😀"
                - echo "😀" && /kaniko/executor --context api --destination "registry.example.com/api:😀"
            """;
    static final String NOT_YAML = "build:\n  script: 'x\n";

    private Projects() {}

    static Path write(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path ciFile(Path folder, String text) {
        return write(folder, ".gitlab-ci.yml", text);
    }
}
