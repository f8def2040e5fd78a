package io.kanilint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.kaniko.BuildRun;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.kaniko.Leftovers.Extent;
import io.kanilint.kaniko.OneJob;
import io.kanilint.shell.Effort;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is said of series of builds that were run with real executors, each image compared path by path with that of a
 * clean build (November 2026). The columns are upstream 1.9.2 and 1.24.0, Chainguard 1.25.16 and osscontainertools 1.28.3:
 * when the last build begins, {@code all} lies there, files in {@code kaniko}'s own directory, an {@code ignore} file at
 * most, or {@code none}; {@code open} where that cannot be told.
 *
 * <p>It does not depend on the Dockerfiles: with {@code all} and {@code kaniko} there are some that come out wrong.
 */
class MeasuredCasesTest {
    private static final List<String> IMAGES = List.of(
            "gcr.io/kaniko-project/executor:v1.9.2-debug",
            "gcr.io/kaniko-project/executor:v1.24.0-debug",
            "cgr.dev/chainguard/kaniko:1.25.16-dev",
            "ghcr.io/osscontainertools/kaniko:v1.28.3-debug");

    private enum Lying {
        ALL(Extent.EVERYTHING),
        KANIKO(Extent.UNDER_KANIKO),
        IGNORE(Extent.IGNORE_FILE),
        NONE(Extent.NOTHING),
        OPEN(Extent.UNKNOWN);

        private final Extent extent;

        Lying(Extent extent) {
            this.extent = extent;
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            RUN web;; RUN api                                                    | ALL    | ALL    | ALL    | ALL
            RUN web --cache=false;; RUN api --cache=false                        | ALL    | ALL    | ALL    | ALL
            RUN web --cache=true;; RUN api --cache=true                          | ALL    | ALL    | ALL    | ALL
            RUN web --single-snapshot;; RUN api --single-snapshot                | ALL    | ALL    | ALL    | ALL
            RUN web --snapshot-mode=redo;; RUN api --snapshot-mode=time          | ALL    | ALL    | ALL    | ALL
            RUN web --use-new-run;; RUN api --use-new-run                        | ALL    | ALL    | ALL    | ALL
            RUN web --target a;; RUN web --target b                              | ALL    | ALL    | ALL    | ALL
            RUN web --no-push;; RUN web                                          | ALL    | ALL    | ALL    | ALL
            RUN web;; RUN api --cleanup                                          | ALL    | ALL    | ALL    | ALL
            RUN web --cleanup;; RUN api;; RUN web                                | ALL    | ALL    | ALL    | ALL
            RUN web --cleanup;; RUN api                                          | KANIKO | KANIKO | KANIKO | IGNORE
            RUN web --cleanup;; RUN api --cleanup                                | KANIKO | KANIKO | KANIKO | IGNORE
            RUN web --cleanup --cache;; RUN api --cleanup --cache                | KANIKO | KANIKO | KANIKO | IGNORE
            RUN web --cleanup;; RUN api --cleanup;; RUN web                      | KANIKO | KANIKO | KANIKO | IGNORE
            RUN web --cleanup;; rm -rf /kaniko/[0-9]* /kaniko/stages;; RUN api   | IGNORE | IGNORE | IGNORE | IGNORE
            RUN web --cleanup;; WIPE;; RUN api --cleanup                         | NONE   | NONE   | NONE   | NONE
            RUN web --cleanup;; WIPE;; RUN api --cleanup;; RUN web               | KANIKO | KANIKO | KANIKO | IGNORE
            RUN web --cleanup && WIPE && RUN api                                 | NONE   | NONE   | NONE   | NONE
            RUN web --cleanup;; cd /kaniko && rm -rf [0-9]* stages D*;; RUN api  | OPEN   | OPEN   | OPEN   | OPEN
            RUN web;; WIPE;; RUN api                                             | ALL    | ALL    | ALL    | ALL
            RUN web;; RUN api --pre-cleanup                                      | ALL    | ALL    | ALL    | IGNORE
            RUN web;; RUN api --pre-cleanup;; RUN web                            | ALL    | ALL    | ALL    | ALL
            RUN web --cleanup --preserve-context;; RUN api                       | KANIKO | KANIKO | KANIKO | IGNORE
            RUN web --cleanup=false;; RUN api                                    | ALL    | ALL    | ALL    | ALL
            RUN web --cleanup=1;; RUN api                                        | KANIKO | KANIKO | KANIKO | IGNORE
            RUN web --cleanup=TRUE;; RUN api                                     | KANIKO | KANIKO | KANIKO | IGNORE
            RUN web --cleanup=0;; RUN api                                        | ALL    | ALL    | ALL    | ALL
            RUN web --cleanup --cleanup=false;; RUN api                          | ALL    | ALL    | ALL    | ALL
            RUN web --cleanup=false --cleanup;; RUN api                          | KANIKO | KANIKO | KANIKO | IGNORE
            RUN web -- --cleanup;; RUN api                                       | ALL    | ALL    | ALL    | ALL
            RUN web --destination --cleanup;; RUN api                            | ALL    | ALL    | ALL    | ALL
            RUN web --cleanup=$CLEAN;; RUN api                                   | OPEN   | OPEN   | OPEN   | OPEN
            RUN web $MORE;; RUN api                                              | OPEN   | OPEN   | OPEN   | OPEN
            CLEAN=true;; RUN web --cleanup=$CLEAN;; RUN api                      | KANIKO | KANIKO | KANIKO | IGNORE
            MORE=--cleanup;; RUN web $MORE;; RUN api                             | KANIKO | KANIKO | KANIKO | IGNORE
            export KANIKO_CLEANUP=true;; RUN web;; RUN api                       | ALL    | ALL    | ALL    | IGNORE
            KANIKO_CLEANUP=1 RUN web;; RUN api                                   | ALL    | ALL    | ALL    | IGNORE
            KANIKO_CLEANUP=true;; RUN web;; RUN api                              | ALL    | ALL    | ALL    | ALL
            export KANIKO_CLEANUP=true;; RUN web --cleanup=false;; RUN api       | ALL    | ALL    | ALL    | ALL
            export KANIKO_PRE_CLEANUP=1;; RUN web;; RUN api                      | ALL    | ALL    | ALL    | IGNORE
            RUN web --cleanup --kaniko-dir /k;; WIPE;; /k/executor -d reg/a      | KANIKO | KANIKO | KANIKO | IGNORE
            for i in web api; do RUN $i; done                                    | ALL    | ALL    | ALL    | ALL
            for i in web api; do RUN $i --cleanup; done                          | KANIKO | KANIKO | KANIKO | IGNORE
            for i in web api; do RUN $i --cleanup; WIPE; done                    | NONE   | NONE   | NONE   | NONE
            RUN web -d reg/second                                                | NONE   | NONE   | NONE   | NONE
            RUN web;; /kaniko/executor version;; /kaniko/warmer -i alpine        | NONE   | NONE   | NONE   | NONE
            """)
    void whatTheLastBuildMeets(String script, Lying old, Lying upstream, Lying chainguard, Lying fork) {
        List<Lying> said = List.of(old, upstream, chainguard, fork);
        for (int i = 0; i < IMAGES.size(); i++) {
            assertThatTheLastMeets(said.get(i), job(IMAGES.get(i), "", script));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ghcr.io/osscontainertools/kaniko:alpine         |                                       | IGNORE
            docker.io/martizih/kaniko:v1.28.3-alpine        |                                       | IGNORE
            martizih/kaniko:v1.27.4-alpine                  |                                       | IGNORE
            martizih/kaniko:alpine                          | KANIKO_CLEANUP: "0"                   | IGNORE
            martizih/kaniko:alpine                          | KANIKO_PRE_CLEANUP: "0"               | IGNORE
            martizih/kaniko:alpine                          | KANIKO_CLEANUP: 0, KANIKO_PRE_CLEANUP: 0 | ALL
            martizih/kaniko:debug                           |                                       | ALL
            martizih/kaniko:debug                           | KANIKO_CLEANUP: "true"                | IGNORE
            martizih/kaniko:debug                           | KANIKO_CLEANUP: "$CLEAN"              | OPEN
            martizih/kaniko:debug                           | KANIKO_CLEANUP: "$CLEAN", CLEAN: "1"  | IGNORE
            martizih/kaniko:debug                           | KANIKO_CLEANUP: "yes"                 | ALL
            martizih/kaniko:v1.27.3-debug                   | KANIKO_CLEANUP: "true"                | ALL
            martizih/kaniko:v1.27-debug                     | KANIKO_CLEANUP: "true"                | IGNORE
            martizih/kaniko:$TAG                            | TAG: v1.28.3-alpine                   | IGNORE
            martizih/kaniko:$TAG                            | TAG: v1.24.0-debug                    | ALL
            gcr.io/kaniko-project/executor:debug            | KANIKO_CLEANUP: "true"                | ALL
            registry.example/own-kaniko:1                   |                                       | ALL
            registry.example/own-kaniko:1                   | KANIKO_CLEANUP: "true"                | OPEN
            """)
    void theImageAndTheJobSetVariables(String image, String variables, Lying said) {
        String head = variables == null ? "" : "variables: {%s}".formatted(variables);
        assertThatTheLastMeets(said, job(image, head, "RUN web;; RUN api"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            debug  | KANIKO_CLEANUP         | RUN web;; RUN api                                                       | OPEN
            debug  | KANIKO_PRE_CLEANUP     | RUN web;; RUN api                                                       | OPEN
            debug  | KANIKO_CLEANUP         | RUN web --cleanup=false;; RUN api                                       | ALL
            debug  | KANIKO_CLEANUP         | unset KANIKO_CLEANUP;; RUN web;; RUN api                                | ALL
            debug  | KANIKO_CLEANUP         | export KANIKO_CLEANUP=1;; RUN web;; RUN api                             | IGNORE
            alpine | OTHER                  | RUN web;; RUN api                                                       | IGNORE
            alpine | OTHER                  | unset KANIKO_CLEANUP;; RUN web;; RUN api                                | IGNORE
            alpine | OTHER                  | unset KANIKO_CLEANUP KANIKO_PRE_CLEANUP;; RUN web;; RUN api             | ALL
            alpine | OTHER                  | RUN web --cleanup=$KANIKO_CLEANUP;; RUN api --pre-cleanup=false         | IGNORE
            """)
    void theMatrixAndTheScriptSetVariables(String tag, String variable, String script, Lying said) {
        String matrix = "parallel: {matrix: [{%s: [\"0\", \"1\"]}]}".formatted(variable);
        assertThatTheLastMeets(said, job("martizih/kaniko:" + tag, matrix, script));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', textBlock = """
            RUN web --cleanup || true;; RUN api --cleanup                        | ALL    | ALL    | ALL    | IGNORE
            RUN web --cleanup || true;; WIPE;; RUN api --cleanup                 | ALL    | ALL    | ALL    | NONE
            RUN web || true;; RUN api --pre-cleanup                              | ALL    | ALL    | ALL    | IGNORE
            set +e;; RUN web --cleanup;; RUN api                                 | ALL    | ALL    | ALL    | IGNORE
            if ! RUN web --cleanup; then RUN web; fi                             | ALL    | ALL    | ALL    | IGNORE
            until RUN web --cleanup; do sleep 1; done                            | ALL    | ALL    | ALL    | IGNORE
            """)
    void whatABuildMeetsAfterAFailure(String script, Lying old, Lying upstream, Lying chainguard, Lying fork) {
        List<Lying> said = List.of(old, upstream, chainguard, fork);
        for (int i = 0; i < IMAGES.size(); i++) {
            OneJob job = job(IMAGES.get(i), "", script);
            assertThat(job.builds().ways())
                    .as("%s in %s", script, IMAGES.get(i))
                    .filteredOn(way -> way.size() > 1
                            && way.getFirst().failed()
                            && !way.getLast().failed())
                    .isNotEmpty()
                    .extracting(way -> way.getLast().met().extent())
                    .containsOnly(said.get(i).extent);
            assertThat(fires(new IgnoredBuildFailure(), job))
                    .as("%s in %s", script, IMAGES.get(i))
                    .isEqualTo(said.get(i) == Lying.ALL);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', textBlock = """
            RUN web --cache=true;; RUN api --cache=true                          | true
            RUN web --cache=true --cleanup;; RUN api --cache=true --cleanup      | false
            RUN web --cache=false;; RUN api --cache=false                        | false
            RUN web;; RUN api                                                    | false
            """)
    void theCacheKeepsBrokenLayers(String script, boolean poisons) {
        IMAGES.forEach(image ->
                assertThat(fires(new PoisonedCache(), job(image, "", script))).isEqualTo(poisons));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', textBlock = """
            RUN web || RUN web                                                   | false
            RUN web || RUN api                                                   | false
            until RUN web; do sleep 1; done                                      | false
            for i in 1 2 3; do RUN web && break; done                            | false
            RUN web --cleanup || true;; RUN api                                  | false
            RUN web --cleanup --kaniko-dir /k || exit 1;; RUN api                | false
            RUN web || true;; RUN api                                            | true
            RUN web & RUN api;; wait                                             | true
            RUN web|tee log;; RUN api|tee log                                    | true
            RUN web;; RUN api --cleanup;; RUN web                                | true
            """)
    void aBuildThatFailsMakesNoImage(String script, boolean several) {
        IMAGES.forEach(image -> assertThat(fires(job(image, "", script))).isEqualTo(several));
    }

    private static void assertThatTheLastMeets(Lying said, OneJob job) {
        BuildRun last = longestGoodWay(job.builds()).getLast();
        assertThat(last.met().extent()).as("%s", job).isEqualTo(said.extent);
        assertThat(fires(job)).as("%s", job).isEqualTo(said == Lying.ALL);
        assertThat(fires(new IncompleteCleanup(), job)).as("%s", job).isEqualTo(said == Lying.KANIKO);
    }

    private static List<BuildRun> longestGoodWay(JobBuilds builds) {
        return builds.ways().stream()
                .filter(way -> way.stream().noneMatch(BuildRun::failed))
                .max(Comparator.comparingInt(List::size))
                .orElseThrow();
    }

    private static boolean fires(OneJob job) {
        return fires(new MultiBuildJob(), job);
    }

    private static boolean fires(Rule rule, OneJob job) {
        return rule.check(Configuration.of(job.pipeline(), job::read, new Effort()))
                .findAny()
                .isPresent();
    }

    private static OneJob job(String image, String head, String script) {
        String name = "image: {name: \"%s\", entrypoint: [\"\"]}\n".formatted(image);
        return new OneJob(
                name + head,
                Arrays.stream(script.split(";; ")).map(MeasuredCasesTest::line).toArray(String[]::new));
    }

    /** {@code RUN web} is a build of that image, {@code WIPE} empties kaniko's directory. */
    private static String line(String text) {
        return text.replaceAll("RUN (\\$?\\w+)", "/kaniko/executor -c \\$CI_PROJECT_DIR -f $1/Dockerfile -d reg/$1")
                .replace(
                        "WIPE",
                        "rm -rf /kaniko/[0-9]* /kaniko/stages /kaniko/deps /kaniko/layers /kaniko/buildcontext"
                                + " /kaniko/Dockerfile*");
    }
}
