package io.kanilint.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.text.Span;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a file says, reading it ends with a pipeline, and everything said about it has a place. */
class AnyTextPropertyTest {
    private static final String WHOLE = """
            spec:
              inputs:
                image: {default: x, options: [x, y]}
                list: {type: array, default: [a, {b: c}]}
            ---
            include: [other.yml, {local: 'o*.yml', rules: [{if: $A == "b"}], inputs: {image: y}}]
            default: {image: {name: a, entrypoint: [""]}, before_script: &b [x, [y]]}
            variables: {A: {value: a, expand: false}, B: 1.0}
            workflow: {rules: [{if: $CI_COMMIT_TAG =~ /^v/, variables: {A: b}}, {when: always}]}
            .base: &base
              script: [!reference [.other, script], *b]
              parallel: {matrix: [{A: [a, b], C: $[[ inputs.list ]]}]}
            build:
              <<: *base
              extends: [.base, .other]
              inherit: {default: [image], variables: false}
              image: $[[ inputs.image | truncate(0,1) | posix_escape ]]
              rules: [!reference [.other, rules], {exists: [a], when: never}]
              after_script: |
                a $[[ inputs.image ]]
                b
            other: {extends: build, only: {refs: [tags], variables: [$A]}, except: [/x/], needs: [build]}
            """;

    private static final List<String> WORDS = List.of(
            "a",
            "b",
            ".x",
            "build",
            "include",
            "default",
            "variables",
            "workflow",
            "rules",
            "if",
            "extends",
            "script",
            "before_script",
            "image",
            "name",
            "parallel",
            "matrix",
            "inherit",
            "only",
            "except",
            "spec",
            "inputs",
            "local",
            "project",
            "file",
            "other.yml",
            "**.yml",
            "$A",
            "$[[ inputs.a ]]",
            "$CI_COMMIT_TAG == null",
            "!reference [.x, script]",
            "!reference [build]",
            "!reference []",
            "&a ",
            "*a",
            "<<",
            "null",
            "1",
            "true",
            "''",
            "\"x\"",
            ": ",
            ": ",
            ": ",
            ", ",
            "[",
            "]",
            "{",
            "}",
            "- ",
            "\n",
            "\n  ",
            "\n    ",
            "\n- ",
            "\n---\n",
            "|\n  x\n",
            ">-\n x\n",
            "# c\n",
            "\t",
            "\uD83D\uDE00",
            "\0");

    @Property(tries = 1_000)
    void neverThrowsOnWords(@ForAll("texts") String ci, @ForAll("texts") String other) {
        check(ci, other);
    }

    @Property(tries = 1_000)
    void neverThrowsOnDamagedFiles(@ForAll("damaged") String ci, @ForAll("damaged") String other) {
        check(ci, other);
    }

    private static void check(String ci, String other) {
        Pipeline pipeline = MemoryFiles.of(ci).with("other.yml", other).resolve();

        assertThat(pipeline.problems()).allSatisfy(problem -> isInside(problem.span()));
        assertThat(pipeline.gaps()).allSatisfy(gap -> isInside(gap.span()));
        for (Job job : pipeline.jobs()) {
            for (ScriptItem item : job.script().items()) {
                int length = item.text().text().length();
                isInside(item.written().span());
                isInside(item.text().span(0, length));
            }
        }
    }

    private static void isInside(Span span) {
        assertThat(span.start()).isBetween(0, span.source().text().length());
        assertThat(span.end()).isBetween(span.start(), span.source().text().length());
        assertThat(span.startLine()).isPositive();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(WORDS).list().ofMinSize(1).ofMaxSize(40).map(words -> String.join("", words));
    }

    /** The whole file with a stretch taken out, or replaced by a word. */
    @Provide
    Arbitrary<String> damaged() {
        Arbitrary<Integer> places = Arbitraries.integers().between(0, WHOLE.length());
        return places.flatMap(from -> Arbitraries.integers()
                .between(0, 30)
                .flatMap(length -> Arbitraries.of(WORDS)
                        .map(word -> WHOLE.substring(0, from)
                                + (length % 2 == 0 ? word : "")
                                + WHOLE.substring(Math.min(WHOLE.length(), from + length)))));
    }
}
