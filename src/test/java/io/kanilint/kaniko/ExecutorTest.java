package io.kanilint.kaniko;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.shell.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecutorTest {

    @ParameterizedTest
    @CsvSource({
        "gcr.io/kaniko-project/executor:v1.23.2-debug, UPSTREAM, v1.23.2",
        "gcr.io/kaniko-project/executor:debug-v0.19.0, UPSTREAM, v0.19.0",
        "gcr.io/kaniko-project/executor:debug, UPSTREAM, ''",
        "gcr.io/kaniko-project/executor, UPSTREAM, ''",
        "gcr.io/kaniko-project/executor:${VERSION}-debug, UPSTREAM, ''",
        "registry.example.com/mirror/kaniko-project/executor:1.9.0-debug, UPSTREAM, v1.9.0",
        "registry.example.com:5000/kaniko-project/executor:1.9.0-debug, UPSTREAM, v1.9.0",
        "${MIRROR}/kaniko-project/executor:v1.9.0, UPSTREAM, v1.9.0",
        "$MIRROR/kaniko-project/executor:v1.9.0, UPSTREAM, v1.9.0",
        "ghcr.io/osscontainertools/kaniko:v1.27.0-alpine@sha256:12, OSSCONTAINERTOOLS, v1.27.0",
        "ghcr.io/osscontainertools/kaniko@sha256:12, OSSCONTAINERTOOLS, ''",
        "docker.io/martizih/kaniko:debug, OSSCONTAINERTOOLS, ''",
        "martizih/kaniko:v1.25.4-debug, OSSCONTAINERTOOLS, v1.25.4",
        "${CI_DEPENDENCY_PROXY_GROUP_IMAGE_PREFIX}/martizih/kaniko:debug, OSSCONTAINERTOOLS, ''",
        "cgr.dev/chainguard/kaniko:latest-dev, CHAINGUARD, ''",
        "cgr.dev/example.com/kaniko:1.25.16-dev, CHAINGUARD, v1.25.16",
        "mirror.example.com/chainguard/kaniko:latest, CHAINGUARD, ''",
        "test-executor:v1.23.2-debug, UNKNOWN, ''",
        "registry.example.com/tools/kaniko:v1.23.2-debug, UNKNOWN, ''",
        "my-kaniko-project/executor:v1.23.2, UNKNOWN, ''",
        "${KANIKO_IMAGE}, UNKNOWN, ''",
        "'', UNKNOWN, ''",
    })
    void theRepositoryTellsWhoseItIsAndTheTagWhich(String image, Family family, String version) {
        var executor = Executor.of(image);
        assertThat(executor.family()).isEqualTo(family);
        assertThat(executor.version().map(Version::toString).orElse("")).isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost/a:b, localhost, a, b, ''",
        "localhost:5000/a/b, localhost:5000, a/b, '', ''",
        "a/b:c, '', a/b, c, ''",
        "a, '', a, '', ''",
        "host.example/a:b@sha256:1, host.example, a, b, sha256:1",
        "${HOST:-x/y:z}/a/b:${T:-u:v}, ${HOST:-x/y:z}, a/b, ${T:-u:v}, ''",
        "'', '', '', '', ''",
        "@, '', '', '', ''",
        "':', '', '', '', ''",
    })
    void aReferenceHasParts(String image, String registry, String path, String tag, String digest) {
        assertThat(ImageReference.parse(image)).isEqualTo(new ImageReference(registry, path, tag, digest));
    }

    @ParameterizedTest
    @CsvSource({
        "gcr.io/kaniko-project/executor:v1.23.2-debug, YES, NO",
        "gcr.io/kaniko-project/executor:v1.23.2, NO, NO",
        "gcr.io/kaniko-project/executor:v1.23.2-slim, NO, NO",
        "gcr.io/kaniko-project/executor:debug, YES, YES",
        "gcr.io/kaniko-project/executor:latest, NO, YES",
        "gcr.io/kaniko-project/executor, NO, YES",
        "gcr.io/kaniko-project/executor:debug-edfe2b3b1f3c1f9b6f0c9a9f6b1b4b8e2f0c1d2e, YES, NO",
        "gcr.io/kaniko-project/executor:$TAG, UNKNOWN, UNKNOWN",
        "gcr.io/kaniko-project/executor:${TAG}-debug, YES, UNKNOWN",
        "gcr.io/kaniko-project/executor:debug@sha256:12, YES, NO",
        "gcr.io/kaniko-project/executor@sha256:12, UNKNOWN, NO",
        "martizih/kaniko:alpine, YES, YES",
        "martizih/kaniko:bootstrap, YES, YES",
        "cgr.dev/chainguard/kaniko:latest-dev, YES, YES",
        "cgr.dev/chainguard/kaniko:latest, NO, YES",
        "test-executor:v1.23.2, UNKNOWN, NO",
        "test-executor, UNKNOWN, YES",
        "$IMAGE, UNKNOWN, UNKNOWN",
        "'', UNKNOWN, UNKNOWN",
    })
    void theTagTellsOfAShellAndOfTomorrow(String image, Answer shell, Answer floating) {
        assertThat(Executor.of(image).hasShell()).isEqualTo(shell);
        assertThat(Executor.of(image).isFloating()).isEqualTo(floating);
    }

    @Test
    void onlyUpstreamIsArchivedOnMirrorsToo() {
        assertThat(Executor.of("reg.example.com/kaniko-project/executor:debug").isArchived())
                .isTrue();
        assertThat(Executor.of("martizih/kaniko:debug").isArchived()).isFalse();
    }

    @Test
    void theImageSetsVariables() {
        var early = Executor.of("martizih/kaniko:v1.27.4-alpine");
        assertThat(early.environment("KANIKO_PRE_CLEANUP")).contains(Value.of("1"));
        assertThat(early.environment("KANIKO_CLEANUP")).isEmpty();
        assertThat(Executor.of("martizih/kaniko:alpine").environment("KANIKO_CLEANUP"))
                .contains(Value.of("1"));
        assertThat(Executor.of("martizih/kaniko:debug").environment("KANIKO_CLEANUP"))
                .isEmpty();
        assertThat(Executor.of("martizih/kaniko:debug").environment("DOCKER_CONFIG"))
                .contains(Value.of("/kaniko/.docker/"));
        assertThat(Executor.UNKNOWN.environment("DOCKER_CONFIG")).isEmpty();
    }
}
