package io.kanilint.kaniko;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.shell.Value;
import java.util.Map;
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
        "ghcr.io/kaniko-build/dist/chainguard-dev-kaniko/executor:v1.25.1-debug, CHAINGUARD, v1.25.1",
        "registry.example.com/chainguard-forks/kaniko/executor:v1.25.9, CHAINGUARD, v1.25.9",
        "bitnami/kaniko:1.24.0, UNKNOWN, ''",
        "gcr.io/kaniko-project/warmer:v1.24.0, UNKNOWN, ''",
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
        "cgr.dev/chainguard/kaniko:1.25-dev, YES, YES",
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

    @ParameterizedTest
    @CsvSource({
        "v1.9.1, true",
        "v1.9.1-debug, true",
        "v1.9.0-debug, false",
        "v1.9, true",
        "1.9-debug, true",
        "v1.8-debug, false",
        "v1.10.0, true",
        "v1.10, true",
        "v1.24.0-debug@sha256:12, true",
        "v0.24.0, false",
        "debug-v0.19.0, false",
        "1, true",
        "debug, true",
        "$TAG, true",
    })
    void releasesAreComparedByTheirNumbers(String tag, boolean atLeast) {
        var release = new Version(1, 9, 1);
        assertThat(Executor.of("kaniko-project/executor:" + tag).atLeast(release))
                .isEqualTo(atLeast);
        assertThat(Executor.of("tools/kaniko:" + tag).atLeast(release)).isTrue();
    }

    @Test
    void onlyUpstreamIsArchivedOnMirrorsToo() {
        assertThat(Executor.of("reg.example.com/kaniko-project/executor:debug").isArchived())
                .isTrue();
        assertThat(Executor.of("martizih/kaniko:debug").isArchived()).isFalse();
    }

    @Test
    void allImagesOfTheOldProjectAreArchived() {
        assertThat(Executor.of("gcr.io/kaniko-project/warmer:v1.24.0-debug").isArchived())
                .isTrue();
        assertThat(Executor.of("gcr.io/kaniko-project/warmer:v1.25.0-debug").isArchived())
                .isFalse();
        assertThat(Executor.of("reg.example.com/mirror/kaniko-project/warmer").isArchived())
                .isTrue();
        assertThat(Executor.of("kaniko-project:debug").isArchived()).isFalse();
        assertThat(Executor.of("my-kaniko-project/warmer:debug").isArchived()).isFalse();
        assertThat(Executor.of("kaniko-project/tools/warmer:debug").isArchived())
                .isFalse();
    }

    @Test
    void theImageSetsVariables() {
        var on = Value.of("1");
        assertThat(Executor.of("martizih/kaniko:v1.27.4-alpine").environment())
                .containsEntry("KANIKO_PRE_CLEANUP", on)
                .containsEntry("KANIKO_PRESERVE_CONTEXT", on)
                .doesNotContainKey("KANIKO_CLEANUP");
        assertThat(Executor.of("martizih/kaniko:alpine").environment()).containsEntry("KANIKO_CLEANUP", on);
        assertThat(Executor.of("martizih/kaniko:debug").environment())
                .containsOnly(Map.entry("DOCKER_CONFIG", Value.of("/kaniko/.docker/")));
        assertThat(Executor.UNKNOWN.environment()).isEmpty();
    }
}
