package io.kanilint.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.kanilint.text.Source;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What people mistype, where the message points, and what it says. */
class MistakesTest {

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("job:\n\tscript: x\n", "2:1", "a tab where only blanks may indent"),
                arguments("job:\n  script:\n  -\tx\n", "3:4", "a tab where only blanks may indent"),
                arguments("job:\n  stage build\n  script: x\n", "2:3", "a colon is missing after this key"),
                arguments("job\n  script: x\n", "1:1", "a colon is missing after this key"),
                arguments("job:\n  script: x\n  stage\n", "3:3", "a colon is missing after this key"),
                arguments("job:\n  stage:build\n  script: x\n", "2:8", "a blank is missing after this colon"),
                arguments("job:\n  script: x\n  stage:build\n", "3:8", "a blank is missing after this colon"),
                arguments("job:\n  script: \"echo\n  stage: b\ntest:\n  script: y\n", "2:11", "never closed"),
                arguments("job:\n  script: 'echo\ntest:\n  script: 'y'\n", "2:11", "closed only on line 4"),
                arguments("job:\n  only: [a, b\n  script: x\n", "2:9", "bracket that is opened here is never closed"),
                arguments("job:\n  variables: {A: b\n", "2:14", "bracket that is opened here is never closed"),
                arguments("job: {script: [a, b}\n", "1:20", "a '}' where a ']' must come first"),
                arguments("job:\n  only: [a]]\n", "2:12", "a closing bracket that was never opened"),
                arguments("job:\n  script:\n    - a\n   - b\n", "4:4", "the indentation does not fit"),
                arguments("job:\n   stage: x\n  script: y\n", "3:3", "the indentation does not fit"),
                arguments("job:\n  stage: x\n    script: y\n", "3:5", "indented deeper than the one above"),
                arguments("job:\n  script: foo\n  - bar\n", "3:3", "a list entry where a key is expected"),
                arguments("job:\n  script:\n    - foo\n    bar: x\n", "4:5", "a key where a list entry is expected"),
                arguments("job:\n  script:\n    - foo\n    --bar\n    - x\n", "4:5", "indented deeper than its dash"),
                arguments("job:\n  script:\n    - foo # why\n      bar\n", "3:11", "this comment ends the text"),
                arguments("job:\n  script: >\n  foo\n  bar\n", "3:3", "must be indented deeper than its key"),
                arguments("job:\n  script: - x\n", "2:11", "a list cannot begin on the line of its key"),
                arguments("job:\n  script:\n    - a: b: c\n", "3:11", "a second ': ' on this line"),
                arguments("job:\n  image: name: foo\n", "2:14", "a second ': ' on this line"),
                arguments("job:\n  if: $A == \"x\" && $B: y\n", "2:22", "a second ': ' on this line"),
                arguments("job:\n  script:\n    - *.sh\n", "3:7", "a text cannot begin with '*'"),
                arguments("job:\n  script: *all\n", "2:11", "The alias *all has no anchor &all before it"),
                arguments("job:\n  script:\n    - @echo\n", "3:7", "a text cannot begin with '@'"),
                arguments("job:\n  script:\n    - `date`\n", "3:7", "a text cannot begin with '`'"),
                arguments("job:\n  script:\n    - %x\n", "3:7", "a text cannot begin with '%'"),
                arguments("job:\n  image: {{ x }}:1\n", "2:17", "text after a closing bracket"),
                arguments("job:\n  script:\n    - [ -f a ] && b\n", "3:16", "text after a closing bracket"),
                arguments("job:\n  script:\n    - \"a\" && b\n", "3:11", "text after a closing quote"),
                arguments("job:\n  script: 'it's'\n", "2:15", "text after a closing quote"),
                arguments("job:\n  script:\n    - \"a\\d\"\n", "3:9", "'\\d' means nothing in double quotes"),
                arguments("job:\n  script: \"a\\UFFFFFFFF\"\n", "2:13", "'\\U' is not followed by the number"),
                arguments("job:\n  script: | foo\n", "2:11", "the text begins on the next line"),
                arguments("job:\n<<<<<<< HEAD\n  script: x\n", "2:1", "a merge conflict is left in the file"),
                arguments("%YAML 9\n---\njob: x\n", "1:1", "a line that begins with '%' is a directive"),
                arguments("job:\u0000\n", "1:5", "the character U+0000 is not allowed"),
                arguments("\uFFFD\uFFFDj\u0000o\u0000b\u0000", "1:1", "it looks like UTF-16. Save it as UTF-8"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void theMessagePointsAtTheMistake(String text, String place, String words) {
        var e = Assertions.catchThrowableOfType(
                YamlException.class, () -> YamlReader.read(new Source("ci", text), YamlLimits.DEFAULT));

        assertThat(e).as("exception").isNotNull();
        assertThat(e.span() + " " + e.getMessage())
                .startsWith("ci:" + place + " ")
                .contains(words);
        assertThat(e.getMessage()).endsWith(".").doesNotContain("\n", "token", "mapping", "block end", "scalar");
    }

    static Stream<String> peculiarities() {
        return Stream.of(
                "job:\n  script:\tx\n",
                "job:\n  script: x\t# why\n",
                "job:\n  if: \"$A =~ /^release\\/.*/\"\n",
                "job:\n  <<: [*a, *a]\n".replace("*a", "{b: c}"),
                "job:\n  <<: {b: c}\n  <<: {d: e}\n",
                "job:\n  script: x\n  script: y\n",
                "\uFEFFjob:\n  script: x\n");
    }

    /** Refused by some parsers, taken by the one that GitLab uses. */
    @ParameterizedTest
    @MethodSource("peculiarities")
    void whatGitLabReadsIsRead(String text) {
        assertThat(YamlReader.read(new Source("ci", text), YamlLimits.DEFAULT).content())
                .isPresent();
    }
}
