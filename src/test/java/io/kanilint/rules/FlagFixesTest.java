package io.kanilint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.lint.Linter;
import io.kanilint.lint.MapProject;
import io.kanilint.lint.Settings;
import io.kanilint.text.Edit;
import io.kanilint.text.Source;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the fixes of flags write, and that they write nothing where that is not certain. */
class FlagFixesTest {

    private static String file(String script) {
        return "build:\n  image: {name: \"gcr.io/kaniko-project/executor:v1.23.2-debug\", entrypoint: [\"\"]}\n  script:\n"
                + script;
    }

    private static Stream<Fix> fixes(String text) {
        return Linter.lint(MapProject.of(text), Settings.DEFAULT).findings().stream()
                .filter(finding -> !finding.rule().equals("multi-build-job"))
                .map(Finding::fixes)
                .flatMap(List::stream);
    }

    /** After the first fix. */
    private static String fixed(String text) {
        List<Edit> edits = fixes(text).findFirst().orElseThrow().edits();
        return Edit.apply(new Source(".gitlab-ci.yml", text), edits).text();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", textBlock = """
            --no-cache -d a             => -d a
            -d a --no-cache             => -d a
            -d a '--no-cache'           => -d a
            --no-cache true -d a        => -d a
            --no-cache=false -d a       => -d a
            --nocache -d a              => -d a
            --no-cache $MORE -d a       => -
            --no-cache "$MORE" -d a     => -
            --no-cache word -d a        => -
            -d a >log --no-cache        => -
            --push -d a                 => -d a
            -d a --push=true            => -d a
            -d a --push=false           => -
            --push false -d a           => -
            --cach=$X -d a              => --cache=$X -d a
            "--cach=$X" -d a            => "--cache=$X" -d a
            --ca"ch" -d a               => -
            --chae -d a                 => -
            -no-push                    => --no-push
            -destination a              => -
            --platform=linux/arm64 -d a => --custom-platform=linux/arm64 -d a
            --tag a                     => --destination a
            --cache-from x -d a         => -
            --cache true -d a           => --cache=true -d a
            --cache "true" -d a         => --cache=true -d a
            --cache off -d a            => --cache=false -d a
            --cache=yes -d a            => --cache=true -d a
            --cache="yes" -d a          => -
            --cache-ttl=6 -d a          => -
            --cache-ttl 2w -d a         => --cache-ttl 336h -d a
            --compression GZIP -d a     => --compression gzip -d a
            --compression lz4 -d a      => -
            --snapshotMode full -d a    => --snapshot-mode full -d a
            --tarPath=x.tar -d a        => --tar-path=x.tar -d a
            --snapshot-mode time -d a   => --snapshot-mode full -d a
            --force -d a                => -d a
            -d a --force=true           => -d a
            """)
    void theArgumentsAfterTheFix(String arguments, String right) {
        String text = file("    - /kaniko/executor " + arguments + "\n");
        if (right.equals("-")) {
            assertThat(fixes(text)).isEmpty();
        } else {
            assertThat(fixed(text)).isEqualTo(file("    - /kaniko/executor " + right + "\n"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--no-cache -d a", "--push -d a", "--cach -d a", "--cache true -d a", "--snapshotMode full -d a"
            })
    void whereTheMeaningIsCertainTheFixIsSafe(String arguments) {
        assertThat(fixes(file("    - /kaniko/executor " + arguments + "\n")))
                .allMatch(Fix::safe)
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--no-cache --cache -d a",
                "--no-push --push -d a",
                "--platform linux/arm64 -d a",
                "--force -d a",
                "--snapshot-mode redo -d a",
            })
    void whereAPersonMustLookItIsNot(String arguments) {
        assertThat(fixes(file("    - /kaniko/executor " + arguments + "\n")))
                .noneMatch(Fix::safe)
                .isNotEmpty();
    }

    @Test
    void theLastOfContinuedLinesTakesTheBackslashBeforeItAlong() {
        assertThat(fixed(file("""
                    - |
                      /kaniko/executor -c . \\
                        -d a \\
                        --no-cache
                      echo done
                """))).isEqualTo(file("""
                    - |
                      /kaniko/executor -c . \\
                        -d a
                      echo done
                """));
    }

    @Test
    void aLineInTheMiddleGoesAsAWhole() {
        assertThat(fixed(file("""
                    - |
                      /kaniko/executor -c . \\
                        --no-cache \\
                        -d a
                """))).isEqualTo(file("""
                    - |
                      /kaniko/executor -c . \\
                        -d a
                """));
    }

    @Test
    void linesOfAFoldedTextNeedNoBackslash() {
        assertThat(fixed(file("""
                    - >-
                      /kaniko/executor -c .
                      --no-cache
                      -d a
                """))).isEqualTo(file("""
                    - >-
                      /kaniko/executor -c .
                      -d a
                """));
    }

    @Test
    void windowsLineEndsStay() {
        String text = file("    - |\n      /kaniko/executor -c . \\\n        -d a \\\n        --no-cache\n")
                .replace("\n", "\r\n");
        assertThat(fixed(text))
                .isEqualTo(file("    - |\n      /kaniko/executor -c . \\\n        -d a\n")
                        .replace("\n", "\r\n"));
    }

    /** The first is a value, and the words of the second stand elsewhere than those that are run. */
    @Test
    void ofTwoThatLookAlikeTheRightOneGoes() {
        assertThat(fixed(file("    - /kaniko/executor --build-arg --force -d a --force\n")))
                .isEqualTo(file("    - /kaniko/executor --build-arg --force -d a\n"));
        assertThat(fixes(file("    - run() { /kaniko/executor --build-arg --force \"$@\" --force -c .; }\n"
                        + "    - run -d a -d b\n")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "    - FLAGS=--no-cache\n    - /kaniko/executor $FLAGS -d a\n",
                "    - args=(--no-cache -d a)\n    - /kaniko/executor \"${args[@]}\"\n",
                "    - eval \"/kaniko/executor --no\"'-cache -d a'\n",
            })
    void whatIsPutTogetherElsewhereIsLeft(String script) {
        assertThat(fixes(file(script))).isEmpty();
    }
}
