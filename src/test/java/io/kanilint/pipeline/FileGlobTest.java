package io.kanilint.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns of {@code exists}, with what Ruby's {@code File.fnmatch} says of them. */
class FileGlobTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Dockerfile          | Dockerfile        | true
            Dockerfile          | a/Dockerfile      | false
            *file               | Dockerfile        | true
            *                   | a/b               | false
            *                   | .hidden           | true
            **/Dockerfile       | Dockerfile        | true
            **/Dockerfile       | a/b/Dockerfile    | true
            **/Dockerfile       | a/bDockerfile     | false
            a/**/b              | a/b               | true
            a/**/b              | a/x/y/b           | true
            a/**/b              | ax/b              | false
            a/**/*.yml          | a/.x/y.yml        | true
            **                  | a                 | true
            **                  | a/b               | false
            a**/b               | ax/b              | true
            a**/b               | ax/y/b            | false
            ?.rb                | a.rb              | true
            a?b                 | a/b               | false
            *.{js,ts}           | x.ts              | true
            {a,b/{c,d}}.x       | b/d.x             | true
            {a,b}.x             | c.x               | false
            """)
    void matchesAsRubyDoes(String pattern, String path, boolean matches) {
        assertThat(FileGlob.of(pattern).orElseThrow().matches(path)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[ab]", "a\\*", "$DIR/*", "{1,2}{1,2}{1,2}{1,2}{1,2}{1,2}"})
    void leavesOtherPatternsAlone(String pattern) {
        assertThat(FileGlob.of(pattern)).isEmpty();
    }
}
