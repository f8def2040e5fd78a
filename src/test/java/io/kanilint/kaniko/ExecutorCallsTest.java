package io.kanilint.kaniko;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which commands are builds. */
class ExecutorCallsTest {
    private static final String OFFICIAL = "gcr.io/kaniko-project/executor:v1.24.0-debug";

    /** In order: an official image, a home-made one that speaks of Kaniko, one that does not, no image at all. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /kaniko/executor                                     | 1 | 1 | 1 | 1
            /kaniko/executor -c . -d reg/a                       | 1 | 1 | 1 | 1
            /opt/kaniko/executor -d reg/a                        | 1 | 1 | 1 | 1
            executor                                             | 1 | 1 | 0 | 0
            executor -d reg/a                                    | 1 | 1 | 0 | 0
            executor $ARGUMENTS                                  | 1 | 1 | 0 | 0
            executor --context . --destination=reg/a             | 1 | 1 | 1 | 1
            kaniko -c . -f Dockerfile -d reg/a                   | 1 | 1 | 1 | 1
            kaniko --dockerfile=a --no-push                      | 1 | 1 | 1 | 1
            kaniko build web                                     | 1 | 0 | 0 | 0
            executor run tests                                   | 1 | 0 | 0 | 0
            /usr/bin/kaniko -c . -d reg/a                        | 1 | 1 | 1 | 1
            /usr/local/bin/executor -d reg/a                     | 1 | 1 | 0 | 0
            kaniko-executor -c . -d reg/a                        | 1 | 1 | 1 | 1
            cd /kaniko; ./executor -d reg/a                      | 1 | 1 | 0 | 0
            ./ci/kaniko --context . --destination reg/a          | 0 | 0 | 0 | 0
            "$DIR/executor" -d reg/a                             | 1 | 1 | 0 | 0
            $DIR/kaniko/executor -d reg/a                        | 1 | 1 | 1 | 1
            $EXECUTOR -c . -d reg/a                              | 1 | 1 | 0 | 0
            ${EXECUTOR:-/kaniko/executor} -c . -d reg/a          | 1 | 1 | 1 | 1
            $(command -v executor) -c . -d reg/a                 | 1 | 1 | 0 | 0
            $TOOL -d reg/a                                       | 0 | 0 | 0 | 0
            $TIMED /kaniko/executor -d reg/a                     | 1 | 1 | 0 | 0
            EXECUTOR=/kaniko/executor; $EXECUTOR -d reg/a        | 1 | 1 | 1 | 1
            B="/kaniko/executor -c ."; $B -d reg/a               | 1 | 1 | 1 | 1
            /busybox/sh -c '/kaniko/executor -d reg/a'           | 1 | 1 | 1 | 1
            nice -n 5 /kaniko/executor -d reg/a                  | 1 | 1 | 1 | 1
            cp /kaniko/executor /tmp/x; /tmp/x -d reg/a          | 1 | 1 | 1 | 1
            cp /kaniko/executor /tmp/; /tmp/executor -d reg/a    | 1 | 1 | 1 | 1
            ln -sf /kaniko/executor /usr/bin/mk; mk -d reg/a     | 1 | 1 | 1 | 1
            cp /kaniko/executor a; ln a /b; /b -d reg/a          | 1 | 1 | 1 | 1
            cp /bin/true /tmp/x; /tmp/x -d reg/a                 | 0 | 0 | 0 | 0
            cp /kaniko/ssl/x /tmp/x; /tmp/x -d reg/a             | 0 | 0 | 0 | 0
            mk -d reg/a; ln -s /kaniko/executor /usr/bin/mk      | 0 | 0 | 0 | 0
            """)
    void whatIsRunDecides(String script, int official, int homeMade, int other, int none) {
        assertThat(Stream.of(OFFICIAL, "registry.example/tools/kaniko-helm:1", "alpine:3", "")
                        .map(image -> builds(image, script)))
                .containsExactly(official, homeMade, other, none);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo /kaniko/executor -c . -d reg/a",
                "printf '%s' \"/kaniko/executor -d reg/a\"",
                "grep -q /kaniko/executor file",
                "test -x /kaniko/executor",
                "[ -x /kaniko/executor ]",
                "command -v /kaniko/executor",
                "which executor",
                "ls -l /kaniko/executor",
                "cat <<EOF\n/kaniko/executor -d reg/a\nEOF",
                "cat > build.sh <<EOF\n/kaniko/executor -d reg/a\nEOF",
                "# /kaniko/executor -d reg/a\ntrue",
                "docker run --rm gcr.io/kaniko-project/executor:debug -c . -d reg/a",
                "docker run --rm --entrypoint= tools /kaniko/executor -c . -d reg/a",
                "kubectl run build --image=gcr.io/kaniko-project/executor -- -c . -d reg/a",
                "kubectl exec build -- /kaniko/executor -c . -d reg/a",
                "ssh host /kaniko/executor -c . -d reg/a",
                "crane copy reg/a reg/b",
                "/kaniko/warmer --image alpine",
                "/kaniko/executor version",
                "/kaniko/executor --verbosity debug version",
                "/kaniko/executor --help",
                "/kaniko/executor help",
                "/kaniko/executor completion bash",
                "/kaniko/executor login -u me registry.example",
                "/kaniko/executor push image.tar -d reg/a",
                "executor() { true; }; executor -c . -d reg/a",
            })
    void othersAreNone(String script) {
        assertThat(builds(OFFICIAL, script)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"$KANIKO_IMAGE", "${CI_REGISTRY}/Kaniko", "registry.example/my_kaniko:1", "bitnami/kaniko"})
    void anImageMaySpeakOfKanikoByItsVariable(String image) {
        assertThat(builds(image, "executor -d reg/a")).isOne();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /kaniko/executor -c . -d reg/a -d reg/b                            | reg/a reg/b
            D='-d reg/a -d reg/b'; /kaniko/executor $D                         | reg/a reg/b
            set -- -c . -d reg/a; set -- "$@" -d reg/b; /kaniko/executor "$@"  | reg/a reg/b
            D=; for t in a b; do D="$D -d reg/$t"; done; /kaniko/executor $D   | reg/a reg/b
            /kaniko/executor --destination "$CI_REGISTRY_IMAGE:${T:-latest}"   | ${CI_REGISTRY_IMAGE}:${T:-latest}
            T=1; /kaniko/executor --destination "reg/a:${T:-latest}"           | reg/a:1
            T=; /kaniko/executor --destination "reg/a:${T:-latest}"            | reg/a:latest
            """)
    void oneRunPushesToSeveralPlaces(String script, String destinations) {
        JobBuilds job = OneJob.in(OFFICIAL, script).builds();
        assertThat(job.all()).hasSize(1);
        assertThat(String.join(" ", job.all().getFirst().destinations())).isEqualTo(destinations);
    }

    private static int builds(String image, String script) {
        return OneJob.in(image, script).builds().all().size();
    }
}
