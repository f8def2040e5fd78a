package io.kanilint.kaniko;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BuildOrderTest {
    private static List<String> images(String... lines) {
        JobBuilds builds = OneJob.in("", lines).builds();
        assertThat(builds.all().stream().map(Build::number))
                .containsExactlyElementsOf(
                        IntStream.range(0, builds.all().size()).boxed().toList());
        assertThat(builds.all())
                .containsAll(builds.ways().stream()
                        .flatMap(List::stream)
                        .map(BuildRun::build)
                        .toList());
        return builds.all().stream()
                .flatMap(build -> build.destinations().stream())
                .toList();
    }

    @Test
    void whatStandsFirstIsTheFirst() {
        String api = "/kaniko/executor -d api";
        assertThat(images("if $X; then echo; else /kaniko/executor -d web; fi", api))
                .containsExactly("web", "api");
        assertThat(images("$X || /kaniko/executor -d web", api)).containsExactly("web", "api");
        assertThat(images("case $X in a) echo;; *) /kaniko/executor -d web;; esac", api))
                .containsExactly("web", "api");
    }

    @Test
    void inALoopRoundFollowsOnRound() {
        assertThat(images("for i in 1 2; do /kaniko/executor -d a$i; /kaniko/executor -d b$i; done"))
                .containsExactly("a1", "b1", "a2", "b2");
    }
}
