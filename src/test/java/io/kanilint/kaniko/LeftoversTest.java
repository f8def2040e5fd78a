package io.kanilint.kaniko;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was measured with real executors, a build after another in one container. */
class LeftoversTest {
    private static final String UPSTREAM = "gcr.io/kaniko-project/executor:v1.24.0-debug";
    private static final String FORK = "ghcr.io/osscontainertools/kaniko:v1.28.3-debug";

    @ParameterizedTest
    @CsvSource({
        "gcr.io/kaniko-project/executor:v1.24.0-debug, '', EVERYTHING",
        "gcr.io/kaniko-project/executor:v1.24.0-debug, --cache=false, EVERYTHING",
        "gcr.io/kaniko-project/executor:v1.24.0-debug, --single-snapshot, EVERYTHING",
        "gcr.io/kaniko-project/executor:v1.24.0-debug, --cleanup=false, EVERYTHING",
        "gcr.io/kaniko-project/executor:v1.24.0-debug, --cleanup, UNDER_KANIKO",
        "gcr.io/kaniko-project/executor:v1.9.2-debug, --cleanup, UNDER_KANIKO",
        "cgr.dev/chainguard/kaniko:1.25.16-dev, --cleanup, UNDER_KANIKO",
        "test-executor:debug, --cleanup, UNDER_KANIKO",
        "ghcr.io/osscontainertools/kaniko:v1.28.3-debug, '', EVERYTHING",
        "ghcr.io/osscontainertools/kaniko:v1.28.3-debug, --cleanup, IGNORE_FILE",
        "ghcr.io/osscontainertools/kaniko:v1.26.5-debug, --cleanup, IGNORE_FILE",
        "ghcr.io/osscontainertools/kaniko:v1.26.4-debug, --cleanup, UNDER_KANIKO",
        "ghcr.io/osscontainertools/kaniko:debug, --cleanup, IGNORE_FILE",
        "ghcr.io/osscontainertools/kaniko:alpine, '', IGNORE_FILE",
        "ghcr.io/osscontainertools/kaniko:debug, $ARGS, UNKNOWN",
        "gcr.io/kaniko-project/executor:debug, --cleanup=$ON, UNKNOWN",
    })
    void aBuildThatWentWell(String image, String line, Leftovers.Extent extent) {
        assertThat(after(image, line, false).extent()).isEqualTo(extent);
    }

    @ParameterizedTest
    @CsvSource({
        "gcr.io/kaniko-project/executor:v1.24.0-debug, --cleanup, EVERYTHING",
        "cgr.dev/chainguard/kaniko:1.25.16-dev, --cleanup, EVERYTHING",
        "gcr.io/kaniko-project/executor:v1.24.0-debug, $ARGS, EVERYTHING",
        "ghcr.io/osscontainertools/kaniko:v1.26.4-debug, --cleanup, EVERYTHING",
        "ghcr.io/osscontainertools/kaniko:v1.26.5-debug, --cleanup, IGNORE_FILE",
        "ghcr.io/osscontainertools/kaniko:v1.28.3-debug, '', EVERYTHING",
    })
    void aBuildThatFailed(String image, String line, Leftovers.Extent extent) {
        assertThat(after(image, line, true).extent()).isEqualTo(extent);
    }

    @Test
    void theForkCanBeToldToLeaveItsDirectoryAlone() {
        var build = Words.parse("--cleanup", FORK, Map.of("FF_KANIKO_CLEAN_KANIKO_DIR", "false"));
        assertThat(Leftovers.NONE.after(build, Executor.of(FORK), false).extent())
                .isEqualTo(Leftovers.Extent.UNDER_KANIKO);
    }

    @ParameterizedTest
    @CsvSource({
        "ghcr.io/osscontainertools/kaniko:v1.28.3-debug, '', --pre-cleanup, IGNORE_FILE",
        "ghcr.io/osscontainertools/kaniko:v1.28.3-debug, --context git://host/repository, --pre-cleanup, UNDER_KANIKO",
        "ghcr.io/osscontainertools/kaniko:v1.28.3-debug, '', --cleanup, EVERYTHING",
        "ghcr.io/osscontainertools/kaniko:v1.28.3-debug, '', $ARGS, UNKNOWN",
        "ghcr.io/osscontainertools/kaniko:v1.25.4-debug, '', --pre-cleanup, UNDER_KANIKO",
        "gcr.io/kaniko-project/executor:v1.24.0-debug, '', --pre-cleanup, EVERYTHING",
        "gcr.io/kaniko-project/executor:v1.24.0-debug, '', $ARGS, EVERYTHING",
        "gcr.io/kaniko-project/executor:v1.24.0-debug, --cleanup, --cleanup, UNDER_KANIKO",
    })
    void theNextBuildMayCleanFirst(String image, String line, String next, Leftovers.Extent extent) {
        var executor = Executor.of(image);
        assertThat(after(image, line, false)
                        .metBy(Words.parse(next, image, Map.of()), executor)
                        .extent())
                .isEqualTo(extent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rm -rf /kaniko/[0-9]* /kaniko/stages /kaniko/deps /kaniko/layers /kaniko/buildcontext /kaniko/Dockerfile*",
                "rm -rf /kaniko/Dockerfile* /kaniko/stages /kaniko/[0-9]*",
                "rm -fr /kaniko/*[0-9]* /kaniko/stages/ /kaniko/Dockerfile.dockerignore",
                "rm -r -f -- /kaniko/[0-9] /kaniko/stages/* /kaniko/Dockerfile*",
                "/busybox/rm --recursive --force /kaniko/[[:digit:]]* //kaniko/stages /kaniko/./Dockerfile*",
                "busybox rm -Rf /kaniko/? /kaniko/stages /kaniko/D*",
                "rm -rf /kaniko",
                "rm -rf /kaniko/*",
                "find /kaniko -mindepth 1 -delete",
                "find /kaniko/ -mindepth 1 -maxdepth 1 ! -name executor ! -name .docker -exec rm -rf {} +",
                "find /kaniko -maxdepth 1 ( -name \"[0-9]*\" -o -name stages -o -name \"Dockerfile*\" ) -exec rm -rf {} +",
                "find /kaniko -depth -mindepth 1 ! -path /kaniko/executor ! -path \"/kaniko/.docker*\" -delete",
                "find /kaniko ( -name \"[0-9]*\" -o -name stages -o -name \"Dockerfile*\" ) -exec rm -rf {} ;",
                "find /kaniko -path /kaniko/executor -prune -o -type f -delete",
                "find /tmp /kaniko -type f -not -name executor -delete",
            })
    void kanikosDirectoryIsWiped(String line) {
        assertThat(after(UPSTREAM, "--cleanup", false).after(Words.of(line)).extent())
                .isEqualTo(Leftovers.Extent.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rm -rf /kaniko/[0-9]*",
                "rm -f /kaniko/[0-9]* /kaniko/stages /kaniko/Dockerfile*",
                "rm -rf \"/kaniko/[0-9]*\" /kaniko/stages /kaniko/Dockerfile*",
                "rm -rf kaniko",
                "rm -rf dist ./public/*",
                "rm -rf $CI_PROJECT_DIR/dist /tmp/$NAME",
                "rm -rf /workspace/*",
                "rm",
                "rm -rf /kaniko/*[0-9]* /kaniko/Dockerfile",
                "rm -rf /kaniko/{0,1} /kaniko/stages",
                "echo rm -rf /kaniko",
                "find /kaniko",
                "find /kaniko -name \"[0-9]*\" -delete",
                "find /kaniko -mindepth 1 -maxdepth 1 -delete",
                "find /kaniko -exec echo {} ;",
                "find $KANIKO -name stages",
                "find -delete",
                "find",
                "",
            })
    void itIsNotOrOnlyInPart(String line) {
        assertThat(after(UPSTREAM, "--cleanup", false).after(Words.of(line)).extent())
                .isEqualTo(Leftovers.Extent.UNDER_KANIKO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rm -rf $KANIKO/[0-9]* $KANIKO/stages $KANIKO/Dockerfile*",
                "rm $ARGS",
                "rm -rf [0-9]* stages Dockerfile*",
                "rm -rf ./*",
                "rm -rf $FILES",
                "rm -rf /kaniko/$NAME",
                "rm -rf /kaniko/0 /kaniko/stages /kaniko/Dockerfile*",
                "find /kaniko -newer /stamp -delete",
                "find $KANIKO -mindepth 1 -delete",
                "find /kaniko -name [0-9]* -exec rm -rf {} +",
                "find /kaniko -maxdepth 1 -regex .* -exec rm -rf {} +",
            })
    void itMayBe(String line) {
        Leftovers left = after(UPSTREAM, "--cleanup", false);
        Leftovers then = left.after(Words.of(line));
        assertThat(then.extent()).isEqualTo(Leftovers.Extent.UNKNOWN);
        assertThat(then.files()).contains(WorkFile.STAGE_FILES);
        assertThat(then.after(Words.of("rm -rf /kaniko/*")).extent()).isEqualTo(Leftovers.Extent.NOTHING);
    }

    @Test
    void commandsAddUp() {
        Leftovers left = after(UPSTREAM, "--cleanup", false)
                .after(Words.of("rm -rf /kaniko/[0-9]*"))
                .after(Words.of("rm -rf /kaniko/stages"));
        assertThat(left.extent()).isEqualTo(Leftovers.Extent.IGNORE_FILE);
        assertThat(left.after(Words.of("rm /kaniko/Dockerfile*")).extent()).isEqualTo(Leftovers.Extent.NOTHING);
    }

    @Test
    void aWipeDoesNotBringTheRootFileSystemBack() {
        assertThat(after(UPSTREAM, "", false)
                        .after(Words.of("rm -rf /kaniko/*"))
                        .extent())
                .isEqualTo(Leftovers.Extent.EVERYTHING);
    }

    @Test
    void theDirectoryMayHaveMoved() {
        Leftovers left = after(UPSTREAM, "--cleanup --kaniko-dir /k", false);
        assertThat(left.after(Words.of("rm -rf /kaniko/*")).extent()).isEqualTo(Leftovers.Extent.UNDER_KANIKO);
        assertThat(left.after(Words.of("rm -rf /k/*")).extent()).isEqualTo(Leftovers.Extent.NOTHING);
        assertThat(after(UPSTREAM, "--cleanup --kaniko-dir $K", false)
                        .after(Words.of("rm -rf /kaniko/*"))
                        .extent())
                .isEqualTo(Leftovers.Extent.UNDER_KANIKO);
    }

    @Test
    void anEmptyContainerHoldsNothing() {
        assertThat(Leftovers.NONE.extent()).isEqualTo(Leftovers.Extent.NOTHING);
        assertThat(Leftovers.NONE.after(Words.of("rm -rf /kaniko/*"))).isEqualTo(Leftovers.NONE);
    }

    private static Leftovers after(String image, String line, boolean failed) {
        return Leftovers.NONE.after(Words.parse(line, image, Map.of()), Executor.of(image), failed);
    }
}
