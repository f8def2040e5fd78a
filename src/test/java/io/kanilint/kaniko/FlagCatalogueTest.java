package io.kanilint.kaniko;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlagCatalogueTest {

    @ParameterizedTest
    @CsvSource({
        "pre-cleanup, gcr.io/kaniko-project/executor:debug, NO",
        "pre-cleanup, martizih/kaniko:debug, YES",
        "pre-cleanup, martizih/kaniko:v1.25.4-debug, YES",
        "pre-cleanup, martizih/kaniko:v1.25.3-debug, NO",
        "pre-cleanup, cgr.dev/chainguard/kaniko:latest-dev, NO",
        "pre-cleanup, test-executor:debug, UNKNOWN",
        "pre-cleanup, martizih/kaniko:v1.25, YES",
        "pre-cleanup, martizih/kaniko:v1.24-debug, NO",
        "annotation, cgr.dev/chainguard/kaniko:1.25.1-dev, YES",
        "tar-path, gcr.io/kaniko-project/executor:v1.9.0-debug, NO",
        "tar-path, gcr.io/kaniko-project/executor:v1.9.1-debug, YES",
        "tar-path, gcr.io/kaniko-project/executor:${V}-debug, YES",
        "destination, martizih/kaniko:v1.25.3-debug, YES",
    })
    void notEveryExecutorHasEveryFlag(String flag, String image, Answer answer) {
        assertThat(executor(flag).releases().include(Executor.of(image))).isEqualTo(answer);
    }

    @Test
    void forMessages() {
        assertThat(executor("pre-cleanup").releases().since(Family.OSSCONTAINERTOOLS))
                .contains(new Version(1, 25, 4));
        assertThat(executor("pre-cleanup").releases().in(Family.UPSTREAM)).isFalse();
        assertThat(executor("cache").releases().since(Family.CHAINGUARD)).isEmpty();
        assertThat(executor("cache").releases().in(Family.CHAINGUARD)).isTrue();
        assertThat(executor("cleanup").environment()).contains("KANIKO_CLEANUP");
        assertThat(executor("bucket").isHidden()).isTrue();
        assertThat(executor("push-retry").defaultValue()).isEqualTo("0");
        assertThat(executor("compression-level").defaultValue()).isEqualTo("-1");
        assertThat(executor("cache").defaultValue()).isEqualTo("false");
        assertThat(executor("cache-ttl").defaultValue()).isEqualTo("336h0m0s");
        assertThat(executor("digest-file").defaultValue()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "snapshotMode, gcr.io/kaniko-project/executor:v1.9.1-debug, snapshot-mode",
        "snapshotMode, gcr.io/kaniko-project/executor:v1.9.0-debug, ''",
        "customPlatform, test-executor, custom-platform",
        "whitelist-var-run, martizih/kaniko:debug, ignore-var-run",
        "cache, martizih/kaniko:debug, ''",
    })
    void anOldSpellingIsReplacedWhereTheNewOneExists(String flag, String image, String replacement) {
        assertThat(executor(flag).replacement(Executor.of(image)).orElse("")).isEqualTo(replacement);
    }

    @Test
    void theWarmerHasFlagsOfItsOwn() {
        assertThat(FlagCatalogue.WARMER.shorthand('d').orElseThrow().name()).isEqualTo("dockerfile");
        assertThat(FlagCatalogue.WARMER.flag("customPlatform").orElseThrow().replacement(Executor.UNKNOWN))
                .isEmpty();
        assertThat(FlagCatalogue.WARMER.flag("destination")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "destinaton, destination",
        "destintaion, destination",
        "docker-file, dockerfile",
        "build-args, build-arg",
        "buildarg, build-arg",
        "build_arg, build-arg",
        "cache_repo, cache-repo",
        "Cache, cache",
        "clean-up, cleanup",
        "snapshotmode, snapshot-mode",
        "tar-Path, tar-path",
        "skip-tls-verfy, skip-tls-verify",
        "registry-mirrors, registry-mirror",
        "buckets, ''",
        "no-cleanup, ''",
        "disable-force, ''",
        "no-push-cach, no-push-cache",
        "-cache, cache",
        "progress, ''",
        "x, ''",
        "'', ''",
    })
    void aTypingErrorHasANeighbour(String written, String meant) {
        assertThat(FlagCatalogue.EXECUTOR.nearest(written).map(Flag::name).orElse(""))
                .isEqualTo(meant);
    }

    @Test
    void flagsOfDockerAreNamed() {
        assertThat(FlagCatalogue.other("no-cache").orElseThrow().replacement()).isEmpty();
        assertThat(FlagCatalogue.other("no-cache").orElseThrow().remark()).contains("off");
        assertThat(FlagCatalogue.other("t").orElseThrow().replacement()).contains("destination");
        assertThat(FlagCatalogue.other("cache")).isEmpty();
        assertThat(FlagCatalogue.other("noCache")).isEqualTo(FlagCatalogue.other("no-cache"));
        assertThat(FlagCatalogue.other("T")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "gcr.io/kaniko-project/executor:debug, true",
        "martizih/kaniko:v1.28.3-debug, true",
        "martizih/kaniko:v1.28.4-debug, false",
        "cgr.dev/chainguard/kaniko:1.25.17, false",
        "test-executor:v9.9.9, true",
    })
    void ofLaterReleasesTheFlagsAreNotKnown(String image, boolean covered) {
        assertThat(FlagCatalogue.covers(Executor.of(image))).isEqualTo(covered);
    }

    @Test
    void replacementsAndNeighboursExist() {
        assertThat(FlagCatalogue.EXECUTOR.flags())
                .hasSize(68)
                .allSatisfy(flag ->
                        assertThat(FlagCatalogue.EXECUTOR.flag(flag.today())).isPresent());
        assertThat(FlagCatalogue.WARMER.flags()).hasSize(19);
        assertThat(FlagCatalogue.command("login").orElseThrow().include(Executor.of("kaniko-project/executor")))
                .isEqualTo(Answer.NO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cache=true",
                "cache=0",
                "cache-ttl=6h",
                "cache-ttl=1h30m",
                "cache-ttl=0",
                "compression=zstd",
                "label=a=b",
                "snapshot-mode=redo",
                "custom-platform=linux/arm/v7",
                "custom-platform=linux",
                "verbosity=DEBUG",
                "verbosity=warning",
                "push-retry=3",
                "push-retry=-1",
                "push-retry=0x10",
                "credential-helpers=",
                "context=",
            })
    void valuesThatAreTaken(String given) {
        assertThat(accepts(given)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cache=yes",
                "cache=",
                "cache-ttl=6",
                "cache-ttl=two weeks",
                "cache-ttl=",
                "compression=lz4",
                "label=foo",
                "snapshot-mode=fast",
                "snapshot-mode=Full",
                "custom-platform=a/b/c/d/e",
                "verbosity=loud",
                "push-retry=many",
                "push-retry=",
                "log-format=xml",
                "image-format=OCI",
            })
    void valuesThatAreRefused(String given) {
        assertThat(accepts(given)).isFalse();
    }

    private static boolean accepts(String given) {
        String[] parts = given.split("=", 2);
        return executor(parts[0]).type().accepts(parts[1]);
    }

    private static Flag executor(String name) {
        return FlagCatalogue.EXECUTOR.flag(name).orElseThrow();
    }
}
